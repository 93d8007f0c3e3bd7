package khabar.query.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.query.live.Output;
import khabar.query.live.Outputs;
import khabar.query.values.Shelving;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topic;
import khabar.topics.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** An archive that tests fill record by record, as if each were read from its topic. */
public final class Shelf implements AutoCloseable {
    /** How long it keeps what is no article. */
    public static final Duration RETENTION = Duration.ofDays(365);

    private final SingleObjectFormat format = SingleObjectFormat.compiledIn();
    private final Archive archive;
    private long offset;

    /** The archive in the given folder, at the beginning of 2020, when everything of the cast arrives. */
    public Shelf(Path folder) {
        this(folder, Outputs.MIDNIGHT, "test");
    }

    /** The same at another time, or of other topics. */
    public Shelf(Path folder, Instant now, String identity) {
        this(folder, Clock.fixed(now, ZoneOffset.UTC), identity);
    }

    /** The same while time passes. */
    public Shelf(Path folder, Clock clock, String identity) {
        archive = Archive.open(new Shelving(folder, RETENTION, clock), format, identity);
    }

    /** The archive. */
    public Archive archive() {
        return archive;
    }

    /** Puts records in, in their order and as one batch. */
    public void put(Output... outputs) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Output output : outputs) {
            records.add(record(output.topic(), output.key(), bytes(output), output.at()));
        }
        archive.write(records, Map.of(new TopicPartition("all", 0), offset));
    }

    /** Puts in a dead letter with the headers that Kafka Streams writes. */
    public void putDeadLetter(String exception, String message) {
        ConsumerRecord<byte[], byte[]> record =
                record(Topics.DEAD_LETTERS, "a:1", "broken".getBytes(UTF_8), Outputs.MIDNIGHT);
        Map.of("exception", exception, "message", message, "topic", "news.articles", "partition", "1", "offset", "7")
                .forEach((name, value) -> record.headers().add("__streams.errors." + name, value.getBytes(UTF_8)));
        archive.write(List.of(record), Map.of(new TopicPartition("all", 0), offset));
    }

    @Override
    public void close() {
        archive.close();
    }

    private ConsumerRecord<byte[], byte[]> record(String topic, String key, byte @Nullable [] value, Instant at) {
        return new ConsumerRecord<>(
                topic,
                0,
                offset++,
                at.toEpochMilli(),
                TimestampType.CREATE_TIME,
                key.length(),
                value == null ? 0 : value.length,
                key.getBytes(UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    private byte @Nullable [] bytes(Output output) {
        SpecificRecord value = output.value();
        return value == null ? null : bytes(Topics.byName(output.topic()).orElseThrow(), value);
    }

    private <V extends SpecificRecord> byte[] bytes(Topic<V> topic, SpecificRecord value) {
        return topic.valueSerde(format)
                .serializer()
                .serialize(topic.name(), topic.valueType().cast(value));
    }
}
