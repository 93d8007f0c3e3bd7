package khabar.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Ordinary Kafka clients of one broker, for topics of one partition. */
record Clients(String bootstrapServers) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String A_HUNDRED_MIB = String.valueOf(100 * 1024 * 1024);

    static Clients of(EmbeddedBroker broker) {
        return new Clients(broker.bootstrapServers());
    }

    void createTopic(String name, Map<String, String> settings) throws Exception {
        try (Admin admin = Admin.create(with(Map.of()))) {
            NewTopic topic = new NewTopic(name, 1, (short) 1).configs(settings);
            admin.createTopics(List.of(topic)).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    void send(String topic, String key, String value) throws Exception {
        try (Producer<String, String> producer = stringProducer(Map.of())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    Producer<String, String> stringProducer(Map<String, Object> settings) {
        return new KafkaProducer<>(with(settings), new StringSerializer(), new StringSerializer());
    }

    Producer<byte[], byte[]> largeProducer() {
        Map<String, Object> settings = Map.of("max.request.size", A_HUNDRED_MIB, "buffer.memory", A_HUNDRED_MIB);
        return new KafkaProducer<>(with(settings), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** All values that a reader of committed records finds now, in order. */
    List<String> valuesIn(String topic) {
        return recordsIn(topic).stream().map(ConsumerRecord::value).toList();
    }

    List<ConsumerRecord<String, String>> recordsIn(String topic) {
        try (var consumer = new KafkaConsumer<>(with(reader()), new StringDeserializer(), new StringDeserializer())) {
            return readToEnd(consumer, new TopicPartition(topic, 0));
        }
    }

    List<ConsumerRecord<byte[], byte[]>> bytesIn(String topic) {
        try (var consumer =
                new KafkaConsumer<>(with(reader()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return readToEnd(consumer, new TopicPartition(topic, 0));
        }
    }

    private static <T> List<ConsumerRecord<T, T>> readToEnd(Consumer<T, T> consumer, TopicPartition partition) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
        List<ConsumerRecord<T, T>> records = new ArrayList<>();
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            if (System.nanoTime() > giveUpAt) {
                throw new AssertionError(partition + ": at " + consumer.position(partition) + " of " + end);
            }
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    private static Map<String, Object> reader() {
        return Map.of("isolation.level", "read_committed", "enable.auto.commit", false);
    }

    private Map<String, Object> with(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", bootstrapServers);
        return all;
    }
}
