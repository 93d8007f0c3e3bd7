package khabar.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.SharedBroker;
import khabar.SharedBroker.Cluster;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The clock of an instance is ahead of the broker's, which refuses what is dated so. */
@ExtendWith(SharedBroker.class)
final class ClockAheadTest {
    private static final String LEAPS = "khabar.clock.leaps";
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @AfterEach
    void setRight() {
        System.clearProperty(LEAPS);
    }

    @Test
    void anInstanceWhoseClockIsAheadStopsAtOnceAndGoesOnOnceItIsSetRight(Cluster cluster) throws Exception {
        cluster.create("early", "dated");
        cluster.write(List.of(record("a"), record("b"), record("c")));

        System.setProperty(LEAPS, "PT0S:PT61M");
        try (KhabarApp ahead = start(cluster)) {
            assertThat(ahead.awaitEnd(LONG)).isTrue();
            Throwable failure = ahead.failure().orElseThrow();
            assertThat(failure).hasMessageContaining("message.timestamp.after.max.ms");
            assertThat(failure)
                    .hasRootCauseInstanceOf(InvalidRecordException.class)
                    .rootCause()
                    .hasMessageFindingMatch("Timestamp \\d+ .* out of range|part of a batch");
        }
        System.clearProperty(LEAPS);
        try (KhabarApp right = start(cluster);
                KafkaConsumer<String, String> reader = reader(cluster)) {
            assertThat(right.awaitRunning(LONG)).isTrue();
            List<String> read = new ArrayList<>();
            Awaitility.await().pollInSameThread().atMost(LONG).untilAsserted(() -> {
                reader.poll(Duration.ofMillis(200)).forEach(record -> read.add(record.value()));
                assertThat(read).containsExactly("a", "b", "c");
            });
        }
    }

    private KhabarApp start(Cluster cluster) {
        return KhabarApp.start(
                dated(),
                StreamsProperties.from(cluster.settings()
                        .with(StreamsProperties.APPLICATION_ID, "ahead-" + folder.getFileName())
                        .with(StreamsProperties.STATE_DIR, folder.toString())));
    }

    private static KafkaConsumer<String, String> reader(Cluster cluster) {
        Map<String, Object> properties =
                new HashMap<>(Connection.from(cluster.settings()).client());
        properties.put("isolation.level", "read_committed");
        KafkaConsumer<String, String> reader =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> all = List.of(new TopicPartition("dated", 0));
        reader.assign(all);
        reader.seekToBeginning(all);
        return reader;
    }

    private static ProducerRecord<byte[], byte[]> record(String value) {
        return new ProducerRecord<>("early", value.getBytes(UTF_8), value.getBytes(UTF_8));
    }

    /** What comes out is dated by the instance, as panes are. */
    private static Topology dated() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("early", Consumed.with(Serdes.String(), Serdes.String()).withName("read"))
                .process(() -> new ContextualProcessor<String, String, String, String>() {
                    @Override
                    public void process(Record<String, String> record) {
                        context().forward(record.withTimestamp(context().currentSystemTimeMs()));
                    }
                })
                .to("dated", Produced.with(Serdes.String(), Serdes.String()).withName("write"));
        return builder.build();
    }
}
