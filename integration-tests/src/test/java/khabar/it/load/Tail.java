package khabar.it.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic as any consumer would, and notes when: what no server in between could be faster than. */
final class Tail implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Times> records = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::read, "tail");
    private volatile boolean closing;

    /**
     * Times of a record, in milliseconds since 1970.
     *
     * @param sent when its article was sent to the feed, which the topology passes on
     * @param read when it was read here, committed
     */
    record Times(long sent, long read) {}

    private Tail(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
        thread.setDaemon(true);
    }

    /** Reads a topic from its present end. */
    static Tail of(String bootstrapServers, String topic) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        Tail tail = new Tail(consumer);
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(part -> new TopicPartition(topic, part.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        tail.thread.start();
        return tail;
    }

    private void read() {
        while (!closing) {
            consumer.poll(POLL)
                    .forEach(record -> records.put(
                            record.partition() + "@" + record.offset(),
                            new Times(record.timestamp(), System.currentTimeMillis())));
        }
        consumer.close();
    }

    /** Times by partition@offset. */
    Map<String, Times> records() {
        return records;
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
