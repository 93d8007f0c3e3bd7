package khabar.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import khabar.app.failure.UnprocessableToDeadLetters;
import khabar.language.TextCore;
import khabar.rules.RuleBook;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.settings.Settings;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import khabar.topology.alert.AlertRule;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnreadableArticlesTest {
    private static final WireFormat FORMAT = SingleObjectFormat.compiledIn();

    @TempDir
    private Path folder;

    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> feed;

    @BeforeEach
    void start() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "unreadable");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:0");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.DEAD_LETTERS);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailExceptionHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnprocessableToDeadLetters.class);
        RuleBook rules = RuleBook.immediate(TextCore.shipped(), AlertRule::parse);
        TopologyOptions options = TopologyOptions.from(Settings.defaults(), 1);
        driver = new TopologyTestDriver(new NewsTopology(options, rules, FORMAT).build(), properties, Newsroom.NOON);
        feed = driver.createInputTopic(
                Topics.ARTICLES.name(),
                Serdes.ByteArray().serializer(),
                Serdes.ByteArray().serializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void anArticleThatCannotBeReadFailsWhileItIsProcessedSoThatItsLetterAndItsPositionAreOneTransaction() {
        byte[] garbage = {0, 1, 2, (byte) 0xff};
        RecordHeaders headers = new RecordHeaders();
        headers.add("trace", "t".getBytes(UTF_8));
        feed.pipeInput(new TestRecord<>("irna:1".getBytes(UTF_8), garbage, headers, Newsroom.NOON));
        Article readable = Newsroom.article("irna:2", "باران در تهران").build();
        feed.pipeInput(
                "irna:2".getBytes(UTF_8),
                Topics.ARTICLES.valueSerde(FORMAT).serializer().serialize(Topics.ARTICLES.name(), readable),
                Newsroom.NOON);

        List<TestRecord<byte[], byte[]>> letters =
                read(Topics.DEAD_LETTERS, Serdes.ByteArray().deserializer());
        assertThat(letters).hasSize(1);
        TestRecord<byte[], byte[]> letter = letters.get(0);
        assertThat(letter.key()).isEqualTo("irna:1".getBytes(UTF_8));
        assertThat(letter.value()).isEqualTo(garbage);
        assertThat(Newsroom.header(letter, "trace")).isEqualTo("t");
        assertThat(Newsroom.header(letter, "__streams.errors.topic")).isEqualTo(Topics.ARTICLES.name());
        assertThat(Newsroom.header(letter, "__streams.errors.partition")).isEqualTo("0");
        assertThat(Newsroom.header(letter, "__streams.errors.offset")).isEqualTo("0");
        assertThat(Newsroom.header(letter, "__streams.errors.message")).contains("4 bytes (expected: Avro");
        Deserializer<EnrichedArticle> values =
                Topics.ENRICHED.valueSerde(FORMAT).deserializer();
        assertThat(read(Topics.ENRICHED.name(), values))
                .extracting(record -> record.value().getUri())
                .containsExactly("irna:2");
    }

    private <V> List<TestRecord<byte[], V>> read(String topic, Deserializer<V> values) {
        return driver.createOutputTopic(topic, Serdes.ByteArray().deserializer(), values)
                .readRecordsToList();
    }
}
