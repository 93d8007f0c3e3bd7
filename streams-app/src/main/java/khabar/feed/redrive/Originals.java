package khabar.feed.redrive;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Fetches single records from where they stood. */
final class Originals implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(5);

    private final KafkaConsumer<byte[], byte[]> consumer;

    Originals(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** How many partitions a topic has; 0 where there is none. */
    int partitions(String topic) {
        return consumer.partitionsFor(topic).size();
    }

    /** The record at a position, unless it is gone. */
    Optional<ConsumerRecord<byte[], byte[]>> at(String topic, int partition, long offset) {
        TopicPartition place = new TopicPartition(topic, partition);
        if (partition >= partitions(topic)) {
            return Optional.empty();
        }
        consumer.assign(List.of(place));
        if (offset < consumer.beginningOffsets(List.of(place)).getOrDefault(place, 0L)
                || offset >= consumer.endOffsets(List.of(place)).getOrDefault(place, 0L)) {
            return Optional.empty();
        }
        consumer.seek(place, offset);
        for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL)) {
            return Optional.of(one).filter(found -> found.offset() == offset);
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
