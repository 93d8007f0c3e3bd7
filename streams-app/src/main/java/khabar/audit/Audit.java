package khabar.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import khabar.audit.rules.Readings;
import khabar.language.TextCore;
import khabar.rules.AlertForm;
import khabar.rules.RuleSet;
import khabar.rules.RuleTopic;
import khabar.schemas.Article;
import khabar.schemas.Rule;
import khabar.topics.Topic;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes everything from news.articles and compares it with what the topology published. Waits for
 * a topology that still works. A feed that never rests is never caught up: audit one that does.
 */
public final class Audit {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AuditOptions options;
    private final TextCore core;
    private final WireFormat format;
    private final String applicationId;
    private final Map<String, Object> clientProperties;

    /**
     * An audit of one application.
     *
     * @param options options of the topology
     * @param core text core of the topology, without live rules
     * @param format form of the topics
     * @param applicationId Kafka Streams application id of the topology
     * @param clientProperties how a Kafka client reaches the cluster
     */
    public Audit(
            AuditOptions options,
            TextCore core,
            WireFormat format,
            String applicationId,
            Map<String, Object> clientProperties) {
        this.options = options;
        this.core = core;
        this.format = format;
        this.applicationId = applicationId;
        this.clientProperties = Map.copyOf(clientProperties);
    }

    /**
     * Audits.
     *
     * @param patience how long to wait for a topology that has not caught up, or whose panes still change
     * @param clock the wall clock
     */
    public AuditReport run(Duration patience, Clock clock) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(clientProperties);
                TopicReader reader = new TopicReader(clientProperties)) {
            Lag lag = new Lag(admin, reader, applicationId);
            Instant deadline = clock.instant().plus(patience);
            Map<TopicPartition, Long> basis = basis(reader, true);
            Recount recount = recount(reader, basis);
            while (true) {
                long behind = lag.records(Topics.ARTICLES.name());
                Comparison comparison = new Comparison(recount, readPublished(reader, recount));
                AuditReport report = report(recount, comparison, behind);
                if (report.ok() || !clock.instant().isBefore(deadline)) {
                    return report;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
                Map<TopicPartition, Long> now = basis(reader, recount.rulesChanged());
                if (!basis.entrySet().containsAll(now.entrySet())) {
                    basis = basis(reader, true);
                    recount = recount(reader, basis);
                }
            }
        }
    }

    /** How far the topics go that a recount is made from; news.enriched matters where articles have different rules. */
    private static Map<TopicPartition, Long> basis(TopicReader reader, boolean rulesChanged) {
        Map<TopicPartition, Long> ends = new HashMap<>(reader.ends(Topics.ARTICLES.name()));
        ends.putAll(reader.ends(Topics.RULES.name()));
        ends.putAll(reader.ends(Topics.REJECTED.name()));
        if (rulesChanged) {
            ends.putAll(reader.ends(Topics.ENRICHED.name()));
        }
        return ends;
    }

    private static AuditReport report(Recount recount, Comparison comparison, long behind) {
        return new AuditReport(
                recount.read(),
                recount.read() - recount.refused() - recount.unreadable(),
                recount.refused(),
                recount.unreadable(),
                recount.revisions(),
                comparison.keys(),
                behind,
                comparison.mismatches(),
                recount.trust());
    }

    private Recount recount(TopicReader reader, Map<TopicPartition, Long> ends) {
        Claims claims = new Claims();
        readAll(reader, Topics.REJECTED, (key, refusal) -> claims.take(refusal));
        Recount recount = new Recount(options, readings(reader), claims);
        try (Deserializer<Article> articles = Topics.ARTICLES.valueSerde(format).deserializer()) {
            reader.read(Topics.ARTICLES.name(), ends, one -> {
                recount.note(one.headers());
                FeedRecord feedRecord = FeedRecord.read(articles, one);
                if (feedRecord == null) {
                    recount.unreadable(one.partition(), one.offset());
                } else {
                    recount.contest(feedRecord);
                }
            });
            recount.decide();
            reader.read(Topics.ARTICLES.name(), ends, one -> {
                FeedRecord feedRecord = FeedRecord.read(articles, one);
                if (feedRecord != null) {
                    recount.count(feedRecord);
                }
            });
        }
        return recount;
    }

    private Readings readings(TopicReader reader) {
        List<Rule> live = new RuleTopic(clientProperties, format)
                .read().values().stream()
                        .flatMap(one -> one.wellFormed().stream())
                        .toList();
        // Alerts change nothing that an article says.
        TextCore present = RuleSet.of(core, live, AlertForm.ANY).core();
        Readings readings = new Readings(present, List.of(core));
        readAll(reader, Topics.ENRICHED, (key, article) -> readings.enriched(article));
        return readings;
    }

    private Published readPublished(TopicReader reader, Recount recount) {
        Published published = new Published(reader.ends(Topics.ARTICLES.name()).size());
        readAll(reader, Topics.ENTITY_COUNTS, published::entityCount);
        readAll(reader, Topics.SUBJECT_COUNTS, published::subjectCount);
        readAll(reader, Topics.TOP_ENTITIES, published::topEntities);
        readAll(reader, Topics.TRENDS, published::trend);
        readAll(reader, Topics.ENTITY_PAIRS, published::entityPair);
        readAll(reader, Topics.ALERTS, published::alert);
        readAll(reader, Topics.ENRICHED, published::enriched);
        readAll(reader, Topics.REJECTED, (key, rejected) -> published.rejected(rejected));
        reader.read(Topics.DEAD_LETTERS, reader.ends(Topics.DEAD_LETTERS), one -> {
            // A record that failed by accident and was sent through again counts where it arrived.
            if (!recount.isSettled(one)) {
                published.deadLetter(one.headers());
            }
        });
        return published;
    }

    private <V extends SpecificRecord> void readAll(TopicReader reader, Topic<V> topic, BiConsumer<String, V> each) {
        try (Deserializer<V> values = topic.valueSerde(format).deserializer()) {
            reader.read(topic.name(), reader.ends(topic.name()), (ConsumerRecord<byte[], byte[]> one) -> {
                V value = values.deserialize(one.topic(), one.value());
                if (value != null) {
                    each.accept(String.valueOf(text(one.key())), value);
                }
            });
        }
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, UTF_8);
    }
}
