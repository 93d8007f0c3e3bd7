package khabar.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.SharedBroker;
import khabar.SharedBroker.Cluster;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import khabar.topics.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedBroker.class)
final class KhabarAppTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void aStateFolderThatIsInUseOrNoneIsNamed(Cluster cluster) throws Exception {
        cluster.create("in-state");
        Settings settings = settings(cluster, "classic");
        String expected = " (expected: a folder that can be written and that no other instance uses)";
        try (KhabarApp first = KhabarApp.start(stateful("in-state"), StreamsProperties.from(settings))) {
            assertThat(first.awaitRunning(LONG)).isTrue();
            assertThatThrownBy(() -> KhabarApp.start(stateful("in-state"), StreamsProperties.from(settings)))
                    .isInstanceOf(SettingException.class)
                    .hasMessage("state.dir: " + settings.get(StreamsProperties.STATE_DIR) + expected);
        }
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Settings unusable = settings.with(StreamsProperties.STATE_DIR, file.toString());
        assertThatThrownBy(() -> KhabarApp.start(stateful("in-state"), StreamsProperties.from(unusable)))
                .hasMessage("state.dir: " + file + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "streams"})
    void whatFailsInAnyWayIsADeadLetterWithItsPositionAndTheRestGoesOn(String protocol, Cluster cluster)
            throws Exception {
        String in = "in-" + protocol;
        String out = "out-" + protocol;
        cluster.create(in, out);
        try (KhabarApp app = KhabarApp.start(fragile(in, out), StreamsProperties.from(settings(cluster, protocol)))) {
            assertThat(app.awaitRunning(LONG)).isTrue();
            cluster.write(List.of(
                    record(in, "1", "fine"),
                    record(in, "2", "unreadable"),
                    record(in, "3", "throws"),
                    record(in, "4", "unwritable"),
                    record(in, "5", "fine too")));
            assertThat(values(cluster, out, 2)).containsExactly("fine", "fine too");
            List<ConsumerRecord<String, byte[]>> letters = lettersAbout(cluster, in, 3);
            assertThat(letters).extracting(ConsumerRecord::key).containsExactlyInAnyOrder("2", "3", "4");
            assertThat(letters).allSatisfy(letter -> {
                long offset = Long.parseLong(letter.key()) - 1;
                assertThat(header(letter, "offset")).isEqualTo(Long.toString(offset));
                assertThat(header(letter, "partition")).isEqualTo("0");
                assertThat(header(letter, "exception")).contains("Exception");
                assertThat(new String(letter.value(), UTF_8)).isIn("unreadable", "throws", "unwritable");
                assertThat(new String(letter.headers().lastHeader("trace").value(), UTF_8))
                        .isEqualTo(letter.key());
            });
            assertThat(app.state()).isEqualTo(KafkaStreams.State.RUNNING);
            long started = System.nanoTime();
            app.close();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
            assertThat(app.awaitEnd(Duration.ZERO)).isTrue();
            assertThat(app.failure()).isEmpty();
        }
    }

    @Test
    void aFeedThatIsMissingStopsTheInstanceAndSaysSo(Cluster cluster) {
        Topology topology = fragile("never-created", "nowhere");
        try (KhabarApp app = KhabarApp.start(topology, StreamsProperties.from(settings(cluster, "classic")))) {
            assertThat(app.awaitEnd(LONG)).isTrue();
            assertThat(app.failure()).isPresent();
            assertThat(app.awaitRunning(LONG)).isFalse();
        }
    }

    private Settings settings(Cluster cluster, String protocol) {
        return cluster.settings()
                .with(StreamsProperties.GROUP_PROTOCOL, protocol)
                .with(StreamsProperties.APPLICATION_ID, "fragile-" + protocol + "-" + folder.getFileName())
                .with(StreamsProperties.STATE_DIR, folder.toString());
    }

    private static Topology stateful(String in) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.table(
                in,
                Materialized.<Bytes, Bytes, KeyValueStore<Bytes, byte[]>>as("kept")
                        .withKeySerde(Serdes.Bytes())
                        .withValueSerde(Serdes.Bytes()));
        return builder.build();
    }

    private static Topology fragile(String in, String out) {
        Serde<String> reader = Serdes.serdeFrom(new StringSerializer(), (topic, bytes) -> {
            String text = new String(bytes, UTF_8);
            if (text.equals("unreadable")) {
                throw new SerializationException("value: unreadable (expected: readable)");
            }
            return text;
        });
        Serde<String> writer = Serdes.serdeFrom(
                (topic, text) -> {
                    if (text.equals("unwritable")) {
                        throw new SerializationException("value: unwritable (expected: writable)");
                    }
                    return text.getBytes(UTF_8);
                },
                new StringDeserializer());
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(in, Consumed.with(Serdes.String(), reader).withName("read"))
                .mapValues(KhabarAppTest::process, Named.as("process"))
                .to(out, Produced.with(Serdes.String(), writer).withName("write"));
        return builder.build();
    }

    private static String process(String text) {
        if (text.equals("throws")) {
            throw new IllegalArgumentException("value: throws (expected: harmless)");
        }
        return text;
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String key, String value) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key.getBytes(UTF_8), value.getBytes(UTF_8));
        record.headers().add("trace", key.getBytes(UTF_8));
        return record;
    }

    private static List<String> values(Cluster cluster, String topic, int atLeast) {
        return read(cluster, topic, topic, atLeast).stream()
                .map(record -> new String(record.value(), UTF_8))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> lettersAbout(Cluster cluster, String topic, int atLeast) {
        return read(cluster, Topics.DEAD_LETTERS, topic, atLeast);
    }

    /** Reads until so many committed records came from the given topic. */
    private static List<ConsumerRecord<String, byte[]>> read(Cluster cluster, String topic, String about, int atLeast) {
        Map<String, Object> properties = new HashMap<>(Map.of("bootstrap.servers", cluster.bootstrapServers()));
        properties.put("isolation.level", "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(topic, part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            Awaitility.await().atMost(LONG).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (topic.equals(about) || about.equals(header(record, "topic"))) {
                        found.add(record);
                    }
                });
                return found.size() >= atLeast;
            });
            return found;
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader("__streams.errors." + name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
