package khabar.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.stream.IntStream;
import khabar.app.Audits;
import khabar.app.Connection;
import khabar.app.KhabarApp;
import khabar.app.Preparation;
import khabar.app.StreamsProperties;
import khabar.audit.AuditReport;
import khabar.audit.records.RecordReport;
import khabar.broker.BrokerOptions;
import khabar.broker.EmbeddedBroker;
import khabar.language.TextCore;
import khabar.rules.RuleBook;
import khabar.schemas.Article;
import khabar.settings.Settings;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import khabar.topics.creation.TopicOptions;
import khabar.topology.alert.AlertRule;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law where nobody sees an order: the histories of {@link LawTest} over several partitions of a real
 * broker, with instances that join and leave. Each history has a quarter of a day of its own, so that one
 * run holds many.
 */
final class LawAcrossPartitionsTest {
    /** For all numbers of instances together; without it eight for three instances, the most telling. */
    private static final @Nullable Integer ASKED = Integer.getInteger("khabar.law.partitioned.histories");

    private static final int HISTORIES = ASKED == null ? 24 : Math.max(3, ASKED);
    private static final long SEED = Long.getLong("khabar.law.seed", 1);
    /** What the correction horizon of thirty days has room for. */
    private static final int MOST_IN_A_RUN = 100;

    private static final Duration QUARTER = Duration.ofHours(6);
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final TextCore CORE = LawTest.CORE;
    private static final WireFormat FORMAT = SingleObjectFormat.compiledIn();

    @TempDir
    private Path folder;

    static IntStream instances() {
        return ASKED == null ? IntStream.of(3) : IntStream.rangeClosed(1, 3);
    }

    @ParameterizedTest
    @MethodSource("instances")
    void theAuditAndTheCheckOfEveryRecordAgreeHoweverManyInstancesShareTheWork(int instances) throws Exception {
        int left = HISTORIES / 3;
        for (long seed = SEED; left > 0; seed++) {
            int count = Math.min(left, MOST_IN_A_RUN);
            run(instances, count, 1000 * seed + instances);
            left -= count;
        }
    }

    private void run(int instances, int histories, long seed) throws Exception {
        Random random = new Random(seed);
        Instant end = Instant.now().minus(Duration.ofHours(1));
        List<Article> feed = feed(histories, end, random);
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.throwAway())) {
            Settings settings = Settings.defaults()
                    .with(Connection.BOOTSTRAP_SERVERS, broker.bootstrapServers())
                    .with(TopicOptions.PARTITIONS, Integer.toString(instances + 1))
                    .with(StreamsProperties.APPLICATION_ID, "law")
                    .with(TopologyOptions.LATENESS, random.nextBoolean() ? "0s" : "PT1H=30m,PT1M=0s,P1D=2h")
                    .with(TopologyOptions.CLOSING_PORTION, random.nextBoolean() ? "2" : "300")
                    .with(TopologyOptions.IDLE_CLOSE, "2s");
            assertThat(Preparation.prepare(settings)).isEqualTo(instances + 1);
            Queue<KhabarApp> running = new LinkedList<>();
            try {
                int parts = instances + 1;
                for (int part = 0; part < parts; part++) {
                    send(broker, feed.subList(feed.size() * part / parts, feed.size() * (part + 1) / parts));
                    if (part < instances) {
                        running.add(start(settings, folder.resolve(seed + "-" + part)));
                    } else if (running.size() > 1) {
                        running.remove().close();
                    }
                    for (KhabarApp app : running) {
                        assertThat(app.awaitRunning(LONG)).isTrue();
                    }
                }
                AuditReport report = Audits.of(settings, CORE).run(LONG, Clock.systemUTC());
                assertThat(report.mismatches()).as("seed %d", seed).isEmpty();
                assertThat(report.ok()).as("seed %d, caught up", seed).isTrue();
                checkRecords(settings, end, seed);
                System.out.println("instances=" + instances + " partitions=" + (instances + 1) + " seed=" + seed
                        + " histories=" + histories + " records=" + report.read() + " keys=" + report.keys()
                        + " mismatches=0");
            } finally {
                running.forEach(KhabarApp::close);
            }
        }
    }

    /** All windows but those of the present day are closed. */
    private static void checkRecords(Settings settings, Instant end, long seed) throws Exception {
        Instant closedBefore = end.minus(Duration.ofDays(2));
        RecordReport report = await().pollInSameThread()
                .atMost(LONG)
                .until(
                        () -> Audits.ofRecords(settings).run(closedBefore),
                        one -> one.ok()
                                || one.flaws().stream()
                                        .noneMatch(flaw -> flaw.toString().contains("ON_TIME")));
        assertThat(report.flaws()).as("seed %d", seed).isEmpty();
    }

    /** The oldest history first, but one article in ten comes later than it should. */
    private static List<Article> feed(int histories, Instant end, Random random) {
        List<Article> feed = new ArrayList<>();
        for (int history = 0; history < histories; history++) {
            Duration back = Duration.between(end, Newsroom.NOON).plus(QUARTER.multipliedBy(histories - 1 - history));
            for (Article article : LawTest.history(random, QUARTER)) {
                feed.add(Article.newBuilder(article)
                        .setUri("h" + history + "/" + article.getUri())
                        .setPublishedAt(article.getPublishedAt().minus(back))
                        .setVersionCreated(article.getVersionCreated().minus(back))
                        .build());
            }
        }
        for (int i = 0; i < feed.size() / 10; i++) {
            Article late = feed.remove(random.nextInt(feed.size()));
            feed.add(random.nextInt(feed.size()), late);
        }
        return feed;
    }

    private static KhabarApp start(Settings settings, Path state) {
        Settings own = settings.with(StreamsProperties.STATE_DIR, state.toString());
        TopologyOptions options = TopologyOptions.from(own, Integer.parseInt(settings.textOf(TopicOptions.PARTITIONS)));
        return KhabarApp.start(
                new NewsTopology(options, RuleBook.immediate(CORE, AlertRule::parse), FORMAT).build(),
                StreamsProperties.from(own));
    }

    private static void send(EmbeddedBroker broker, List<Article> articles) {
        try (KafkaProducer<String, Article> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                Topics.ARTICLES.valueSerde(FORMAT).serializer())) {
            articles.forEach(
                    article -> producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), article.getUri(), article)));
        }
    }
}
