package khabar.cli.consume;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all partitions of a topic, to its present end or on and on; committed records only. */
public final class TopicTail implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** Takes one record; answers whether more are wanted. */
    public interface Reader {
        boolean read(ConsumerRecord<byte[], byte[]> record) throws IOException;
    }

    /** Is told when there is nothing to read for the moment; answers whether somebody still listens. */
    public interface Pause {
        boolean pause() throws IOException;
    }

    private TopicTail(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /** Opens a topic at its beginning or at its present end; throws where it does not exist. */
    public static TopicTail open(Map<String, Object> client, String topic, boolean fromBeginning) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(part -> new TopicPartition(topic, part.partition()))
                .toList();
        if (partitions.isEmpty()) {
            consumer.close();
            throw new IllegalStateException(topic + ": missing (expected: a topic; `khabar topics create` makes it)");
        }
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
            // seekToEnd is lazy: without this, what arrives before the first poll would be passed over.
            partitions.forEach(consumer::position);
        }
        return new TopicTail(consumer, partitions);
    }

    /**
     * Reads until the reader or the pause says no, {@link #stop} is called or, unless it follows, the
     * end is reached that the topic has now.
     */
    public void read(boolean follow, Reader reader, Pause pause) throws IOException {
        try {
            Map<TopicPartition, Long> ends = follow ? Map.of() : consumer.endOffsets(partitions);
            boolean wanted = true;
            while (wanted && (follow || isBefore(ends))) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                wanted = readAll(records, ends, reader) && pause.pause();
            }
        } catch (WakeupException stopped) {
            // By stop(): then this is the end.
        }
        pause.pause();
    }

    /** Makes {@link #read} end; for any thread. */
    public void stop() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private boolean isBefore(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static boolean readAll(
            Iterable<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> ends, Reader reader)
            throws IOException {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
            if ((end == null || record.offset() < end) && !reader.read(record)) {
                return false;
            }
        }
        return true;
    }
}
