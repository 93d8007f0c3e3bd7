package khabar.feed.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import khabar.topics.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends in Kafka transactions. The position of the replay is committed within the same transaction, as the
 * metadata of an offset of the group {@code khabar-replay-NAME}: no topic of its own is needed, and
 * {@code kafka-consumer-groups} shows it. Like every group offset it is forgotten a week after the last
 * commit ({@code offsets.retention.minutes} of the brokers).
 */
public final class KafkaOutlet implements Outlet {
    private static final String PREFIX = "khabar-replay-";
    private static final TopicPartition POSITION = new TopicPartition(Topics.ARTICLES.name(), 0);
    private static final int REACH_MILLIS = 15_000;

    private final String name;
    private final Map<String, Object> client;
    private final Producer<String, byte[]> producer;
    private boolean inTransaction;

    private KafkaOutlet(String name, Map<String, Object> client, Producer<String, byte[]> producer) {
        this.name = name;
        this.client = client;
        this.producer = producer;
    }

    /**
     * Connects, and puts an end to what an earlier run of the same name left open. Throws
     * {@link DeliveryException} where no broker answers or the topics do not exist.
     *
     * @param name name of the replay; two runs of one name put each other out
     * @param client settings of Kafka clients, bootstrap.servers at least
     */
    public static KafkaOutlet open(String name, Map<String, Object> client) {
        Map<String, Object> common = new HashMap<>(client);
        common.put("default.api.timeout.ms", REACH_MILLIS);
        common.put("request.timeout.ms", REACH_MILLIS);
        requireTopics(common);
        Producer<String, byte[]> producer = new KafkaProducer<>(producerSettings(name, client));
        KafkaOutlet outlet = new KafkaOutlet(name, common, producer);
        try {
            producer.initTransactions();
        } catch (KafkaException failure) {
            producer.close(Duration.ZERO);
            throw outlet.failure(failure);
        }
        return outlet;
    }

    @Override
    public Optional<Position> committed() {
        try (Admin admin = Admin.create(client)) {
            OffsetAndMetadata offset = admin.listConsumerGroupOffsets(
                            group(), new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(POSITION);
            return offset == null ? Optional.empty() : Position.parse(offset.metadata());
        } catch (ExecutionException failure) {
            throw failure(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure(interrupted);
        }
    }

    @Override
    public void send(Outgoing outgoing) {
        try {
            begin();
            // What goes wrong comes up at the commit.
            var unused = producer.send(outgoing.wire());
        } catch (KafkaException failure) {
            throw failure(failure);
        }
    }

    @Override
    @SuppressWarnings("deprecation") // The constructor has no successor for a group without members yet.
    public void commit(Position position) {
        try {
            begin();
            producer.sendOffsetsToTransaction(
                    Map.of(POSITION, new OffsetAndMetadata(position.read(), position.text())),
                    new ConsumerGroupMetadata(group()));
            producer.commitTransaction();
            inTransaction = false;
        } catch (KafkaException failure) {
            throw failure(failure);
        }
    }

    @Override
    public void close() {
        try {
            if (inTransaction) {
                producer.abortTransaction();
            }
        } catch (KafkaException alreadyBroken) {
            // The broker aborts it when its time is over, or when the next run of this name begins.
            inTransaction = false;
        } finally {
            producer.close(Duration.ofSeconds(5));
        }
    }

    private void begin() {
        if (!inTransaction) {
            producer.beginTransaction();
            inTransaction = true;
        }
    }

    private String group() {
        return PREFIX + name;
    }

    private static Map<String, Object> producerSettings(String name, Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // The door refuses what is too large; the producer must not have another opinion.
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 64 << 20);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 60_000);
        settings.putAll(client);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, PREFIX + name);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return settings;
    }

    private static void requireTopics(Map<String, Object> client) {
        for (String topic : List.of(Topics.ARTICLES.name(), Topics.REJECTED.name())) {
            try (Admin admin = Admin.create(client)) {
                admin.describeTopics(List.of(topic)).allTopicNames().get();
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                    throw new DeliveryException(
                            "topic: " + topic + " (expected: to exist; `khabar topics create` makes it)", failure);
                }
                throw unreachable(client, failure);
            } catch (KafkaException failure) {
                throw unreachable(client, failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw unreachable(client, interrupted);
            }
        }
    }

    private static DeliveryException unreachable(Map<String, Object> client, Throwable failure) {
        return new DeliveryException(
                "bootstrap.servers: " + client.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG)
                        + " (expected: Kafka brokers that answer): " + reason(failure),
                failure);
    }

    private DeliveryException failure(Throwable failure) {
        if (failure instanceof ProducerFencedException || failure instanceof InvalidProducerEpochException) {
            return new DeliveryException(
                    "name: " + name + " (expected: one replay of that name at a time; another one took over)", failure);
        }
        return new DeliveryException(
                "replay: " + name + " (expected: Kafka to take what is sent): " + reason(failure), failure);
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof ExecutionException ? failure.getCause() : failure;
        return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
    }
}
