package khabar.audit.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.audit.AuditOptions;
import khabar.audit.FeedRecord;
import khabar.audit.Published;
import khabar.audit.TopicReader;
import khabar.schemas.Article;
import khabar.schemas.RejectedArticle;
import khabar.topics.Topic;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads the feed and every output topic as a reader of committed records does, from the first record
 * to the last, and checks them. For a feed that stands still, a topology that has caught up, and topics
 * of which nothing was compacted or deleted yet.
 */
public final class RecordAudit {
    private static final Duration TRANSACTIONS_END_WITHIN = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final AuditOptions options;
    private final WireFormat format;
    private final Map<String, Object> clientProperties;

    /**
     * A check of every record.
     *
     * @param options options of the topology
     * @param format form of the topics
     * @param clientProperties how a Kafka client reaches the cluster
     */
    public RecordAudit(AuditOptions options, WireFormat format, Map<String, Object> clientProperties) {
        this.options = options;
        this.format = format;
        this.clientProperties = Map.copyOf(clientProperties);
    }

    /**
     * Checks.
     *
     * @param closedBefore windows that ended before this time must have their ON_TIME pane
     */
    public RecordReport run(Instant closedBefore) throws InterruptedException, ExecutionException {
        RecordChecks checks = new RecordChecks(options);
        try (Admin admin = Admin.create(clientProperties);
                TopicReader reader = new TopicReader(clientProperties)) {
            List<Flaw> open = awaitEndOfTransactions(admin, reader);
            readClaims(reader, checks);
            readFeed(reader, checks);
            for (Topic<?> topic : Topics.AVRO) {
                if (!topic.equals(Topics.ARTICLES)) {
                    readOutput(reader, topic, checks);
                }
            }
            reader.read(Topics.DEAD_LETTERS, reader.ends(Topics.DEAD_LETTERS), one -> {
                String position = Published.positionOf(one.headers());
                if (position != null) {
                    checks.deadLetter(position);
                }
            });
            RecordReport report = checks.finish(closedBefore);
            return report.with(open);
        }
    }

    private void readClaims(TopicReader reader, RecordChecks checks) {
        try (Deserializer<RejectedArticle> refusals =
                Topics.REJECTED.valueSerde(format).deserializer()) {
            reader.read(
                    Topics.REJECTED.name(),
                    reader.ends(Topics.REJECTED.name()),
                    one -> checks.claim(refusals.deserialize(one.topic(), one.value())));
        }
    }

    private void readFeed(TopicReader reader, RecordChecks checks) {
        try (Deserializer<Article> articles = Topics.ARTICLES.valueSerde(format).deserializer()) {
            reader.read(Topics.ARTICLES.name(), reader.ends(Topics.ARTICLES.name()), one -> {
                FeedRecord feedRecord = FeedRecord.read(articles, one);
                if (feedRecord == null) {
                    checks.unreadable(one.partition(), one.offset());
                } else {
                    checks.feed(feedRecord);
                }
            });
        }
    }

    private <V extends SpecificRecord> void readOutput(TopicReader reader, Topic<V> topic, RecordChecks checks) {
        try (Deserializer<V> values = topic.valueSerde(format).deserializer()) {
            reader.read(topic.name(), reader.ends(topic.name()), one -> {
                V value = values.deserialize(one.topic(), one.value());
                if (value != null) {
                    checks.output(topic, one.key() == null ? "" : new String(one.key(), UTF_8), value);
                }
            });
        }
    }

    /** Partitions whose readers are held up by a transaction that nobody ends. */
    private static List<Flaw> awaitEndOfTransactions(Admin admin, TopicReader reader)
            throws InterruptedException, ExecutionException {
        Instant deadline = Instant.now().plus(TRANSACTIONS_END_WITHIN);
        List<Flaw> open = openTransactions(admin, reader);
        while (!open.isEmpty() && Instant.now().isBefore(deadline)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            open = openTransactions(admin, reader);
        }
        return open;
    }

    private static List<Flaw> openTransactions(Admin admin, TopicReader reader)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> stable = new HashMap<>();
        Stream.concat(Topics.AVRO.stream().map(Topic::name), Stream.of(Topics.DEAD_LETTERS))
                .forEach(topic -> stable.putAll(reader.ends(topic)));
        Map<TopicPartition, OffsetSpec> latest =
                stable.keySet().stream().collect(Collectors.toMap(at -> at, at -> OffsetSpec.latest()));
        List<Flaw> open = new ArrayList<>();
        admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                .all()
                .get()
                .forEach((at, end) -> {
                    long readable = stable.getOrDefault(at, 0L);
                    if (end.offset() > readable) {
                        open.add(new Flaw(
                                at.topic(),
                                "partition " + at.partition(),
                                "readable up to offset " + readable + " (expected: " + end.offset()
                                        + ", its end; a transaction was left open)"));
                    }
                });
        return open;
    }
}
