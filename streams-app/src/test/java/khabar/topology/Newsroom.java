package khabar.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import khabar.language.TextCore;
import khabar.rules.RuleBook;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.EntityPairCount;
import khabar.schemas.PubStatus;
import khabar.schemas.RejectedArticle;
import khabar.schemas.Rule;
import khabar.schemas.RuleKind;
import khabar.schemas.SubjectCount;
import khabar.schemas.TopEntities;
import khabar.settings.Settings;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topic;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import khabar.topology.alert.AlertRule;
import khabar.topology.pair.CountPairs;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** A topology under test, seen through its topics only. */
final class Newsroom implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    final TopologyTestDriver driver;
    final TopologyOptions options;
    private final WireFormat format;
    private final TestInputTopic<String, Article> feed;
    private final TestInputTopic<String, byte[]> rules;
    private final Map<String, TestOutputTopic<String, ?>> outputs = new LinkedHashMap<>();
    private final List<TestRecord<String, EntityCount>> entityPanes = new ArrayList<>();
    private final List<TestRecord<String, SubjectCount>> subjectPanes = new ArrayList<>();
    private final List<TestRecord<String, TopEntities>> topPanes = new ArrayList<>();
    private final List<TestRecord<String, EntityPairCount>> pairPanes = new ArrayList<>();
    /** Of its own, so that two test runs on one machine do not meet. */
    private final Path folder = newFolder();

    private Instant arrival = NOON;

    Newsroom(TextCore core) {
        this(core, Settings.defaults());
    }

    Newsroom(TextCore core, Settings settings) {
        this(core, settings, SingleObjectFormat.compiledIn());
    }

    Newsroom(TextCore core, Settings settings, WireFormat format) {
        this.format = format;
        options = TopologyOptions.from(settings, 1);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "newsroom");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:0");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        driver = new TopologyTestDriver(
                new NewsTopology(options, RuleBook.immediate(core, AlertRule::parse), format).build(),
                properties,
                NOON);
        feed = driver.createInputTopic(
                Topics.ARTICLES.name(),
                Serdes.String().serializer(),
                Topics.ARTICLES.valueSerde(format).serializer());
        rules = driver.createInputTopic(
                Topics.RULES.name(),
                Serdes.String().serializer(),
                Serdes.ByteArray().serializer());
    }

    static Article.Builder article(String uri, String headline) {
        return Article.newBuilder()
                .setUri(uri)
                .setVersion("1")
                .setVersionCreated(NOON)
                .setPublishedAt(NOON)
                .setPubStatus(PubStatus.USABLE)
                .setHeadline(headline);
    }

    /** Sends an article; it arrives now, on the wall clock of this newsroom. */
    Newsroom send(Article article) {
        feed.pipeInput(article.getUri(), article, arrival);
        return this;
    }

    /** Puts a rule on news.rules. */
    Newsroom rule(String ruleId, RuleKind kind, String... lines) {
        Rule rule = new Rule(ruleId, kind, String.join("\n", lines), arrival, "the desk");
        return rule(ruleId, Topics.RULES.valueSerde(format).serializer().serialize(Topics.RULES.name(), rule));
    }

    /** Puts anything on news.rules; null takes a rule away. */
    Newsroom rule(String ruleId, byte @Nullable [] value) {
        rules.pipeInput(ruleId, value, arrival);
        return this;
    }

    Newsroom sendAs(String key, Article article) {
        feed.pipeInput(new TestRecord<>(key, article, arrival));
        return this;
    }

    /** Sends an article again as reprocessing does: with the arrival time that it had, here noon. */
    Newsroom sendAgain(Article article, String ruleSetVersion) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("khabar-reprocess", ruleSetVersion.getBytes(UTF_8));
        feed.pipeInput(new TestRecord<>(article.getUri(), article, headers, NOON));
        return this;
    }

    Newsroom sendTraced(Article article, String trace) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", trace.getBytes(UTF_8));
        feed.pipeInput(new TestRecord<>(article.getUri(), article, headers, arrival));
        return this;
    }

    Newsroom sendWith(Article article, Headers headers) {
        feed.pipeInput(new TestRecord<>(article.getUri(), article, headers, arrival));
        return this;
    }

    static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    List<Object> storedKeys(String store) {
        List<Object> keys = new ArrayList<>();
        try (KeyValueIterator<Object, Object> all =
                driver.getKeyValueStore(store).all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    /** Lets time pass on the wall clock; nothing arrives. */
    Newsroom pass(Duration time) {
        arrival = arrival.plus(time);
        driver.advanceWallClockTime(time);
        return this;
    }

    /** Lets as much time pass as panes need to come out. */
    Newsroom settle() {
        // Ranks of a partition come one interval after the panes that change them.
        return pass(options.paneInterval()).pass(options.paneInterval());
    }

    /** Lets the feed fall silent until its windows are closed, those of pairs too. */
    Newsroom fallSilent() {
        return pass(options.idleClose()).settle().settle().pass(CountPairs.LEAST_INTERVAL);
    }

    <V extends SpecificRecord> List<TestRecord<String, V>> read(Topic<V> topic) {
        @SuppressWarnings("unchecked")
        TestOutputTopic<String, V> output = (TestOutputTopic<String, V>) outputs.computeIfAbsent(
                topic.name(),
                name -> driver.createOutputTopic(
                        name,
                        Serdes.String().deserializer(),
                        topic.valueSerde(format).deserializer()));
        return output.readRecordsToList();
    }

    List<RejectedArticle> rejected() {
        return read(Topics.REJECTED).stream().map(TestRecord::value).toList();
    }

    List<EnrichedArticle> enriched() {
        return read(Topics.ENRICHED).stream().map(TestRecord::value).toList();
    }

    /** All panes of entity counts so far, in order. */
    List<TestRecord<String, EntityCount>> entityPanes() {
        entityPanes.addAll(read(Topics.ENTITY_COUNTS));
        return entityPanes;
    }

    List<TestRecord<String, SubjectCount>> subjectPanes() {
        subjectPanes.addAll(read(Topics.SUBJECT_COUNTS));
        return subjectPanes;
    }

    List<TestRecord<String, TopEntities>> topPanes() {
        topPanes.addAll(read(Topics.TOP_ENTITIES));
        return topPanes;
    }

    /** All panes of pairs so far, in order. */
    List<TestRecord<String, EntityPairCount>> pairPanes() {
        pairPanes.addAll(read(Topics.ENTITY_PAIRS));
        return pairPanes;
    }

    /** The panes of one key as text: timing, index, count and articles. */
    List<String> panesOf(String key) {
        return entityPanes().stream()
                .filter(pane -> pane.key().equals(key))
                .map(TestRecord::value)
                .map(count -> "%s %d: %d in %d"
                        .formatted(
                                count.getPane().getTiming(),
                                count.getPane().getIndex(),
                                count.getCount(),
                                count.getArticles()))
                .toList();
    }

    @Override
    public void close() {
        driver.close();
        try (Stream<Path> left = Files.walk(folder)) {
            left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("newsroom");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a count of an entity says, in words. */
    static String text(EntityCount count) {
        return "%d in %d, unique %d in %d; demonyms %d in %d, unique %d in %d"
                .formatted(
                        count.getCount(),
                        count.getArticles(),
                        count.getUniqueCount(),
                        count.getUniqueArticles(),
                        count.getDemonymCount(),
                        count.getDemonymOnlyArticles(),
                        count.getUniqueDemonymCount(),
                        count.getUniqueDemonymOnlyArticles());
    }
}
