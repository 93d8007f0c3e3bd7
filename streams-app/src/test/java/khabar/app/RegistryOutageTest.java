package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import khabar.schemas.Article;
import khabar.settings.Settings;
import khabar.topics.SingleObjectFormat;
import khabar.topics.WireFormat;
import khabar.topics.registry.ConfluentFormat;
import khabar.topics.registry.InProcessRegistry;
import khabar.topics.registry.RegistryException;
import khabar.topics.registry.SchemaRegistry;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of records while the schema registry is away: nothing, until it is back. */
final class RegistryOutageTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final byte[] UNKNOWN_ID = {0, 0, 0, 0, 9, 1};

    @TempDir
    private Path folder;

    @Test
    void anIdThatNobodyRegisteredLeavesTheNextRecordAlone() {
        try (InProcessRegistry registry = new InProcessRegistry();
                TopologyTestDriver driver = driver(registry.address())) {
            send(driver, UNKNOWN_ID);
            send(driver, readable());
            assertThat(records(driver, "out")).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeReadWithoutTheRegistryStopsTheThreadInstead() {
        try (TopologyTestDriver driver = driver(stopped())) {
            assertThatThrownBy(() -> send(driver, UNKNOWN_ID)).satisfies(RegistryOutageTest::isOutage);
        }
    }

    @Test
    void whatCannotBeWrittenWithoutTheRegistryStopsTheThreadInstead() {
        try (TopologyTestDriver driver = driver(stopped())) {
            assertThatThrownBy(() -> send(driver, readable())).satisfies(RegistryOutageTest::isOutage);
        }
    }

    private static void isOutage(Throwable failure) {
        assertThat(RegistryException.isBehind(failure)).as(failure.toString()).isTrue();
    }

    private static URI stopped() {
        try (InProcessRegistry registry = new InProcessRegistry()) {
            return registry.address();
        }
    }

    private TopologyTestDriver driver(URI registry) {
        WireFormat format = new ConfluentFormat(new SchemaRegistry(registry), SingleObjectFormat.compiledIn());
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        "in",
                        Consumed.with(Serdes.String(), format.serdeOf(Article.class))
                                .withName("read"))
                .to(
                        "out",
                        Produced.with(Serdes.String(), format.serdeOf(Article.class))
                                .withName("write"));
        Settings settings = Settings.defaults().with(StreamsProperties.STATE_DIR, folder.toString());
        return new TopologyTestDriver(builder.build(), StreamsProperties.from(settings), NOON);
    }

    private static void send(TopologyTestDriver driver, byte[] value) {
        driver.createInputTopic("in", Serdes.String().serializer(), new ByteArraySerializer())
                .pipeInput("urn:x:1", value, NOON);
    }

    private static byte[] readable() {
        SingleObjectFormat before = SingleObjectFormat.compiledIn();
        Article article = Article.newBuilder()
                .setUri("urn:x:1")
                .setVersionCreated(NOON)
                .setPublishedAt(NOON)
                .setHeadline("Syria")
                .build();
        return before.serdeOf(Article.class).serializer().serialize("in", article);
    }

    private static int records(TopologyTestDriver driver, String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .size();
    }
}
