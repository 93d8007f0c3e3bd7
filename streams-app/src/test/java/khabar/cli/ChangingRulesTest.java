package khabar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import khabar.app.Connection;
import khabar.app.KhabarApp;
import khabar.app.Preparation;
import khabar.app.StreamsProperties;
import khabar.app.text.LiveRules;
import khabar.broker.BrokerOptions;
import khabar.broker.EmbeddedBroker;
import khabar.cli.Terminal.Outcome;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PubStatus;
import khabar.schemas.RejectReason;
import khabar.schemas.RejectedArticle;
import khabar.settings.Settings;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topic;
import khabar.topics.Topics;
import khabar.topics.again.SentAgain;
import khabar.topics.again.TopicScan;
import khabar.topics.creation.TopicOptions;
import khabar.topology.NewsTopology;
import khabar.topology.TopologyOptions;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on a broker of their own, whose rules change and whose failures are sent through again. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
final class ChangingRulesTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final SingleObjectFormat FORMAT = SingleObjectFormat.compiledIn();
    private static final String FIRM = "khabar:org:rastanama";

    private Path folder;

    private final AtomicInteger uris = new AtomicInteger();
    private EmbeddedBroker broker;
    private Settings settings;
    private Terminal terminal;
    private KhabarApp app;
    private KhabarApp other;

    @BeforeAll
    void start(@TempDir Path ownFolder) throws IOException {
        folder = ownFolder;
        broker = EmbeddedBroker.start(BrokerOptions.throwAway());
        settings = Settings.defaults()
                .with(Connection.BOOTSTRAP_SERVERS, broker.bootstrapServers())
                .with(TopicOptions.PARTITIONS, "2")
                .with(TopologyOptions.IDLE_CLOSE, "1s")
                .with(StreamsProperties.GROUP_PROTOCOL, System.getProperty("khabar.group.protocol", "classic"));
        int partitions = Preparation.prepare(settings);
        terminal = new Terminal(
                Map.of("KHABAR_BOOTSTRAP_SERVERS", broker.bootstrapServers(), "KHABAR_IDLE_CLOSE", "1s"), folder);
        // Before the instance is started there are articles and rules.
        write("firm.gaz", FIRM + " | org | شرکت راستانما | Rastanama");
        assertThat(terminal.run("rules", "put", "firm", "firm.gaz").exit()).isZero();
        send(article("first", "شرکت راستانما در سوریه"));
        app = instance("one", partitions);
        other = instance("two", partitions);
        assertThat(app.awaitRunning(LONG)).isTrue();
        assertThat(other.awaitRunning(LONG)).isTrue();
    }

    private KhabarApp instance(String name, int partitions) {
        Settings own =
                settings.with(StreamsProperties.STATE_DIR, folder.resolve(name).toString());
        return KhabarApp.start(
                new NewsTopology(TopologyOptions.from(own, partitions), LiveRules.book(own), FORMAT).build(),
                StreamsProperties.from(own));
    }

    @AfterAll
    void stop() {
        app.close();
        other.close();
        broker.close();
    }

    @Test
    @Order(1)
    void theFirstArticleAfterAStartIsEnrichedWithTheRulesThatWereThere() {
        assertThat(enriched("first", "").getEntities())
                .extracting(entity -> entity.getEntityId())
                .contains(FIRM, "Q858");
    }

    @Test
    @Order(2)
    void manyRulesAtOnceAreTakenOverWithoutARestart() throws IOException {
        String before = enriched("first", "").getRuleSetVersion();
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            rules.add("{\"ruleId\":\"n%d\",\"kind\":\"gazetteer\",\"body\":\"khabar:n%d | org | نمونه‌نام %s\"}"
                    .formatted(i, i, "آ".repeat(1 + i % 7) + i));
        }
        write("many.jsonl", rules.toArray(String[]::new));
        Outcome imported = terminal.run("rules", "import", "many.jsonl");
        assertThat(imported.out()).as(imported.err()).startsWith("put=1000 removed=0 live=1001");
        String present = imported.out().replaceAll("(?s).*rules=(\\w+).*", "$1");

        // Several articles, so that both partitions and with them both instances are asked.
        Awaitility.await().atMost(LONG).until(() -> {
            List<String> probes = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                probes.add("probe-" + uris.incrementAndGet());
                send(article(probes.get(i), "سوریه"));
            }
            return probes.stream()
                    .allMatch(uri -> enriched(uri, "").getRuleSetVersion().equals(present));
        });
        assertThat(present).isNotEqualTo(before);
    }

    @Test
    @Order(3)
    void aBadRuleOfSomebodyElseIsRefusedOnceByAllInstancesTogether() {
        send(new ProducerRecord<>(Topics.RULES.name(), "foreign".getBytes(UTF_8), "no Avro".getBytes(UTF_8)));
        Awaitility.await().atMost(LONG).until(() -> !refusedRules().isEmpty());
        // A second bad one is a clock: once it is refused, the first would have been refused again.
        send(new ProducerRecord<>(Topics.RULES.name(), "stranger".getBytes(UTF_8), "none either".getBytes(UTF_8)));
        Awaitility.await().atMost(LONG).until(() -> refusedRules().stream().anyMatch(one -> one.contains("stranger")));

        assertThat(refusedRules()).hasSize(2);
        assertThat(terminal.run("rules", "remove", "foreign", "stranger").exit())
                .isZero();
    }

    private List<String> refusedRules() {
        return all(Topics.REJECTED).stream()
                .filter(one -> one.getReason() == RejectReason.RULE_INVALID)
                .map(RejectedArticle::getDetail)
                .toList();
    }

    @Test
    @Order(4)
    void diffShowsWhatReprocessingWouldChangeAndChangesNothing() throws IOException {
        write("drop.gaz", "drop | Q858");
        assertThat(terminal.run("rules", "put", "no-syria", "drop.gaz").exit()).isZero();
        Outcome diff = terminal.run("reprocess", "--since", "1d", "--diff", "--sample", "100");
        assertThat(diff.exit()).as(diff.err()).isZero();
        assertThat(diff.out())
                .contains("Q858  articles +0 -", "first  -1 Q858")
                .containsPattern("stale=\\d+ would-change=\\d+");
        assertThat(enriched("first", "").getEntities())
                .extracting(entity -> entity.getEntityId())
                .contains("Q858");
    }

    @Test
    @Order(5)
    void reprocessingBringsEverythingUpToDateAndTheAuditAgrees() {
        Outcome trusted = terminal.run("audit", "--wait", "60s");
        assertThat(trusted.exit()).as(trusted.out() + trusted.err()).isZero();
        assertThat(trusted.out()).contains("on-trust=");

        Outcome reprocessed = terminal.run("reprocess", "--since", "1d");
        assertThat(reprocessed.exit()).as(reprocessed.err()).isZero();
        assertThat(reprocessed.out()).containsPattern("stale=(\\d+) done=\\1 ");
        assertThat(terminal.run("reprocess", "--since", "1d").out()).startsWith("stale=0 done=0 sent=0");
        assertThat(enriched("first", "").getEntities())
                .extracting(entity -> entity.getEntityId())
                .containsExactly(FIRM);

        Outcome audited = terminal.run("audit", "--wait", "60s");
        assertThat(audited.exit()).as(audited.out() + audited.err()).isZero();
        assertThat(audited.out()).doesNotContain("on-trust");
    }

    @Test
    @Order(6)
    void aRefusalIsSentAgainOnceAndComesBackSayingSo() {
        send(article("wrong", "سوریه").setVersion("one"));
        rejected("wrong", 0);

        assertThat(terminal.run("redrive", "--from", "rejected", "--reason", "version_form", "--dry-run")
                        .out())
                .contains("would send news.rejected-", " VERSION_FORM wrong", "would send=1");
        assertThat(terminal.run("redrive", "--from", "rejected", "--reason", "VERSION_FORM")
                        .out())
                .startsWith("sent=1 sent-before=0 came-back=0 cannot=0");
        rejected("wrong", 1);
        assertThat(terminal.run("redrive", "--from", "rejected", "--uri", "wrong")
                        .out())
                .startsWith("sent=0 sent-before=1 came-back=1 cannot=0");
        assertThat(terminal.run("redrive", "--from", "rejected", "--uri", "wrong", "--again")
                        .out())
                .startsWith("sent=1 sent-before=1 came-back=0 cannot=0");
        rejected("wrong", 2);
    }

    @Test
    @Order(7)
    void aDeadLetterIsSentBackToWhereItFailedOnce() {
        send(new ProducerRecord<>(Topics.ARTICLES.name(), 0, "broken".getBytes(UTF_8), "no Avro".getBytes(UTF_8)));
        awaitDeadLetter("broken", 0);
        // One whose failure was an accident of the moment: it is a good article.
        ProducerRecord<byte[], byte[]> accident = record(article("accident", "روسیه"));
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(Topics.DEAD_LETTERS, accident.key(), accident.value());
        letter.headers().add("__streams.errors.topic", "news.articles".getBytes(UTF_8));
        letter.headers().add("__streams.errors.partition", "0".getBytes(UTF_8));
        letter.headers().add("__streams.errors.exception", "java.lang.IllegalStateException".getBytes(UTF_8));
        send(letter);
        ProducerRecord<byte[], byte[]> lost =
                new ProducerRecord<>(Topics.DEAD_LETTERS, accident.key(), accident.value());
        send(lost);

        Outcome redriven = terminal.run("redrive", "--from", "dead-letters");
        assertThat(redriven.out()).startsWith("sent=2 sent-before=0 came-back=0 cannot=1");
        assertThat(redriven.err()).contains("1 cannot be sent: it does not say where it failed");
        assertThat(enriched("accident", "").getEntities()).isNotEmpty();
        awaitDeadLetter("broken", 1);
        assertThat(terminal.run("redrive", "--from", "dead-letters").out())
                .startsWith("sent=0 sent-before=2 came-back=1 cannot=1");
        assertThat(terminal.run("consume", "news.redriven").out())
                .contains("\"key\":\"news.dead-letters-", "\"to\":\"news.articles\",\"redriven\":1");
        assertThat(terminal.run("consume", "news.dead-letters").out())
                .contains(
                        "\"failed\":{\"topic\":\"news.articles\",\"partition\":\"0\"",
                        "\"decoded\":{\"uri\":\"accident\"");
        // What failed by accident counts where it arrived; what is broken is still a dead letter, twice.
        Outcome audited = terminal.run("audit", "--wait", "60s");
        assertThat(audited.exit()).as(audited.out() + audited.err()).isZero();
    }

    private EnrichedArticle enriched(String uri, String notVersion) {
        return Awaitility.await()
                .atMost(LONG)
                .until(
                        () -> newest(uri).filter(one -> !one.getRuleSetVersion().equals(notVersion)),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Optional<EnrichedArticle> newest(String uri) {
        return all(Topics.ENRICHED).stream()
                .filter(one -> one.getUri().equals(uri))
                .reduce((older, newer) -> newer);
    }

    private void rejected(String uri, int redriven) {
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() -> assertThat(all(Topics.REJECTED))
                        .filteredOn(one -> uri.equals(one.getUri()))
                        .extracting(RejectedArticle::getRedriven)
                        .contains(redriven));
    }

    private void awaitDeadLetter(String key, int redriven) {
        Awaitility.await().atMost(LONG).until(() -> {
            List<String> found = new ArrayList<>();
            try (TopicScan scan = new TopicScan(Connection.from(settings).client(), Topics.DEAD_LETTERS)) {
                scan.toEnd(
                        one -> found.add(new String(one.key(), UTF_8) + SentAgain.redriven(one.headers())),
                        () -> false);
            }
            return found.contains(key + redriven);
        });
    }

    private <V extends SpecificRecord> List<V> all(Topic<V> topic) {
        List<V> values = new ArrayList<>();
        try (TopicScan scan = new TopicScan(Connection.from(settings).client(), topic.name())) {
            scan.toEnd(
                    one -> values.add(topic.valueSerde(FORMAT).deserializer().deserialize(one.topic(), one.value())),
                    () -> false);
        }
        return values;
    }

    private static Article.Builder article(String uri, String headline) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return Article.newBuilder()
                .setUri(uri)
                .setVersion("1")
                .setVersionCreated(now)
                .setPublishedAt(now)
                .setPubStatus(PubStatus.USABLE)
                .setHeadline(headline);
    }

    private void send(Article.Builder article) {
        send(record(article));
    }

    private static ProducerRecord<byte[], byte[]> record(Article.Builder article) {
        return new ProducerRecord<>(
                Topics.ARTICLES.name(),
                article.getUri().getBytes(UTF_8),
                Topics.ARTICLES.valueSerde(FORMAT).serializer().serialize(Topics.ARTICLES.name(), article.build()));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Connection.from(settings).client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record);
        }
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines));
    }
}
