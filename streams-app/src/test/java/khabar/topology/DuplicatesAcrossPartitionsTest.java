package khabar.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import khabar.app.Audits;
import khabar.app.Connection;
import khabar.app.KhabarApp;
import khabar.app.Preparation;
import khabar.app.StreamsProperties;
import khabar.audit.AuditReport;
import khabar.broker.BrokerOptions;
import khabar.broker.EmbeddedBroker;
import khabar.language.TextCore;
import khabar.rules.RuleBook;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PubStatus;
import khabar.settings.Settings;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import khabar.topics.creation.TopicOptions;
import khabar.topology.alert.AlertRule;
import khabar.topology.duplicate.DuplicateOptions;
import khabar.topology.pair.PairOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Retold stories over several partitions of a real broker, with a restart between: nobody sees an order there. */
final class DuplicatesAcrossPartitionsTest {
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int PARTITIONS = 3;
    private static final int REVISIONS = 150;
    private static final int ARTICLES = 60;
    private static final int DAYS = 20;
    private static final int REVISIONS_A_DAY = 60;
    private static final long SEED = 7;
    private static final long HORIZON_SEED = Long.getLong("khabar.law.seed", 7);
    private static final TextCore CORE = TextCore.shipped();
    private static final WireFormat FORMAT = SingleObjectFormat.compiledIn();

    @TempDir
    private Path folder;

    @Test
    void theAuditAgreesOnWhoRepeatsWhom() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.throwAway())) {
            Settings settings = settings(broker, "retold");
            assertThat(Preparation.prepare(settings)).isEqualTo(PARTITIONS);
            List<Article> history = history(new Random(SEED));
            send(broker, history.subList(0, REVISIONS / 2));
            try (KhabarApp first = start(settings)) {
                assertThat(first.awaitRunning(LONG)).isTrue();
                send(broker, history.subList(REVISIONS / 2, REVISIONS * 2 / 3));
            }
            send(broker, history.subList(REVISIONS * 2 / 3, REVISIONS));
            try (KhabarApp second = start(settings)) {
                assertThat(second.awaitRunning(LONG)).isTrue();
                AuditReport report = Audits.of(settings, CORE).run(LONG, Clock.systemUTC());

                assertThat(report.mismatches()).isEmpty();
                assertThat(report.ok()).isTrue();
            }
            assertThat(newest(broker).values())
                    .filteredOn(article -> article.getDuplicateOf() != null)
                    .hasSizeGreaterThan(ARTICLES / 5);
        }
    }

    /** The feed goes days ahead while a mark is on its way through three topics. */
    @Test
    void theAuditAgreesAlsoWhereTheHorizonCutsTheHistory() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.throwAway())) {
            Settings settings = settings(broker, "cut")
                    .with(TopologyOptions.HORIZON, "12h")
                    .with(TopologyOptions.WINDOW_SIZES, "PT1M,PT1H")
                    .with(PairOptions.LEAST_ARTICLES, "1")
                    .with(DuplicateOptions.WINDOW, "6h");
            assertThat(Preparation.prepare(settings)).isEqualTo(PARTITIONS);
            List<Article> history = nearlyInOrder(new Random(HORIZON_SEED));
            send(broker, history.subList(0, history.size() / 2));
            try (KhabarApp app = start(settings)) {
                assertThat(app.awaitRunning(LONG)).isTrue();
                send(broker, history.subList(history.size() / 2, history.size()));
                AuditReport report = Audits.of(settings, CORE).run(LONG, Clock.systemUTC());

                assertThat(report.mismatches()).as("seed %d", HORIZON_SEED).isEmpty();
                assertThat(report.ok()).isTrue();
                assertThat(report.refused()).isPositive();
            }
        }
    }

    private Settings settings(EmbeddedBroker broker, String applicationId) {
        return Settings.defaults()
                .with(Connection.BOOTSTRAP_SERVERS, broker.bootstrapServers())
                .with(TopicOptions.PARTITIONS, Integer.toString(PARTITIONS))
                .with(StreamsProperties.APPLICATION_ID, applicationId)
                .with(StreamsProperties.STATE_DIR, folder.toString())
                .with(TopologyOptions.IDLE_CLOSE, "2s");
    }

    private static KhabarApp start(Settings settings) {
        TopologyOptions options = TopologyOptions.from(settings, PARTITIONS);
        return KhabarApp.start(
                new NewsTopology(options, RuleBook.immediate(CORE, AlertRule::parse), FORMAT).build(),
                StreamsProperties.from(settings));
    }

    private static List<Article> history(Random random) {
        List<Article> history = new ArrayList<>();
        Instant now = Instant.now().minusSeconds(60);
        for (int i = 0; i < REVISIONS; i++) {
            Instant published = now.minusSeconds(random.nextInt(200 * 3600));
            history.add(Newsroom.article("uri-" + random.nextInt(ARTICLES), "سوریه")
                    .setBody(WireStories.told(random))
                    .setVersion(Integer.toString(1 + random.nextInt(4)))
                    .setVersionCreated(published)
                    .setPublishedAt(published)
                    .setPubStatus(random.nextInt(10) == 0 ? PubStatus.WITHHELD : PubStatus.USABLE)
                    .build());
        }
        return history;
    }

    /** One article in three is late, some of them too late. */
    private static List<Article> nearlyInOrder(Random random) {
        List<Article> history = new ArrayList<>();
        Instant begin = Instant.now().minus(Duration.ofDays(DAYS));
        int revisions = REVISIONS_A_DAY * DAYS;
        for (int i = 0; i < revisions; i++) {
            Duration late = Duration.ofMinutes(random.nextInt(3) == 0 ? random.nextInt(13 * 60) : random.nextInt(30));
            Instant published = begin.plus(
                            Duration.ofDays(DAYS).dividedBy(revisions).multipliedBy(i))
                    .minus(late);
            history.add(Newsroom.article("uri-" + random.nextInt(ARTICLES), "سوریه و روسیه")
                    .setBody(WireStories.told(random))
                    .setVersion(Integer.toString(1 + random.nextInt(4)))
                    .setVersionCreated(published)
                    .setPublishedAt(published)
                    .setPubStatus(random.nextInt(10) == 0 ? PubStatus.WITHHELD : PubStatus.USABLE)
                    .build());
        }
        return history;
    }

    private static void send(EmbeddedBroker broker, List<Article> articles) {
        try (KafkaProducer<String, Article> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                Topics.ARTICLES.valueSerde(FORMAT).serializer())) {
            // Not the partitions that Kafka Streams would choose.
            articles.forEach(article -> producer.send(new ProducerRecord<>(
                    Topics.ARTICLES.name(),
                    article.getUri().getBytes(UTF_8)[article.getUri().length() - 1] % PARTITIONS,
                    article.getUri(),
                    article)));
        }
    }

    private static Map<String, EnrichedArticle> newest(EmbeddedBroker broker) {
        Map<String, EnrichedArticle> newest = new TreeMap<>();
        String topic = Topics.ENRICHED.name();
        try (KafkaConsumer<String, EnrichedArticle> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                Topics.ENRICHED.valueSerde(FORMAT).deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(topic, part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> newest.put(record.key(), record.value()));
            }
        }
        return newest;
    }
}
