package khabar.query.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads committed records of the topics of events, without a group. For one thread, but for {@link #wakeUp}. */
final class EventConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventConsumer.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Deserializer<? extends SpecificRecord>> readers = new HashMap<>();

    EventConsumer(Map<String, Object> client, WireFormat format) {
        for (String name : Positions.topics()) {
            Topics.byName(name)
                    .ifPresent(
                            topic -> readers.put(name, topic.valueSerde(format).deserializer()));
        }
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** All partitions of all topics of events that are there. */
    List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : Positions.topics()) {
            consumer.partitionsFor(topic).forEach(part -> partitions.add(new TopicPartition(topic, part.partition())));
        }
        return partitions;
    }

    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions);
    }

    /** Behind the newest committed record of each partition. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return consumer.endOffsets(partitions);
    }

    /** Reads on from the given offsets. */
    void seek(Map<TopicPartition, Long> from) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
    }

    /** The next offset that will be read of a partition; it passes markers of transactions, too. */
    long position(TopicPartition partition) {
        return consumer.position(partition);
    }

    /** What has come; records whose key or value is not ours are left out. */
    List<OutputEvent> poll(Duration atMost) {
        List<OutputEvent> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> read : consumer.poll(atMost)) {
            Deserializer<? extends SpecificRecord> reader = readers.get(read.topic());
            if (reader != null && read.value() != null && read.key() != null) {
                add(events, read, reader);
            }
        }
        return events;
    }

    private static void add(
            List<OutputEvent> events,
            ConsumerRecord<byte[], byte[]> read,
            Deserializer<? extends SpecificRecord> reader) {
        TopicPartition at = new TopicPartition(read.topic(), read.partition());
        try {
            String key = new String(read.key(), UTF_8);
            Topics.checkKey(read.topic(), key);
            SpecificRecord value = reader.deserialize(read.topic(), read.value());
            events.add(new OutputEvent(at, read.offset(), key, value));
        } catch (SerializationException foreign) {
            LOG.warn("{}@{}: {}", at, read.offset(), foreign.getMessage());
        }
    }

    /** Ends a poll; it throws {@link org.apache.kafka.common.errors.WakeupException}. Safe from any thread. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
    }
}
