package khabar.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer schemas of topic {@code news.schemas}. A fingerprint that is not known yet makes it read
 * the topic to its end, so that values of a newer writer can be read without a restart.
 */
public final class PublishedSchemas implements SchemaStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedSchemas.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.SCHEMAS, 0);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> client;
    private final Map<Long, Schema> known = new ConcurrentHashMap<>();
    private @Nullable KafkaConsumer<String, String> consumer;

    /** Reads through a consumer of its own, opened when the first unknown fingerprint is met. */
    public PublishedSchemas(Map<String, Object> client) {
        this.client = Map.copyOf(client);
    }

    /** Writes the schemas of all our topics that are not in {@code news.schemas} yet; answers the topics they are for. */
    public static List<Topic<?>> publish(Map<String, Object> client) {
        List<Topic<?>> missing = new ArrayList<>();
        try (PublishedSchemas there = new PublishedSchemas(client)) {
            for (Topic<?> topic : Topics.AVRO) {
                if (there.findByFingerprint(PlainSchema.fingerprint(schemaOf(topic))) == null) {
                    missing.add(topic);
                }
            }
        }
        write(client, missing);
        return List.copyOf(missing);
    }

    /** The schema with which this build writes the values of the given topic. */
    public static Schema schemaOf(Topic<?> topic) {
        return SpecificData.getForClass(topic.valueType()).getSchema(topic.valueType());
    }

    @Override
    public @Nullable Schema findByFingerprint(long fingerprint) {
        Schema schema = known.get(fingerprint);
        if (schema == null) {
            readToEnd();
            schema = known.get(fingerprint);
        }
        return schema;
    }

    @Override
    public synchronized void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }

    private synchronized void readToEnd() {
        KafkaConsumer<String, String> reader = reader();
        if (reader.partitionsFor(Topics.SCHEMAS).isEmpty()) {
            return;
        }
        long end = reader.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        while (reader.position(PARTITION) < end) {
            for (ConsumerRecord<String, String> published : reader.poll(POLL)) {
                remember(published);
            }
        }
    }

    private KafkaConsumer<String, String> reader() {
        if (consumer == null) {
            Map<String, Object> properties = new HashMap<>(client);
            properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
            consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
            consumer.assign(List.of(PARTITION));
        }
        return consumer;
    }

    private void remember(ConsumerRecord<String, String> published) {
        if (published.value() == null) {
            return;
        }
        try {
            Schema schema = new Schema.Parser().parse(published.value());
            known.put(PlainSchema.fingerprint(schema), schema);
        } catch (AvroRuntimeException broken) {
            LOG.warn(
                    "{} offset {}: {} (expected: an Avro schema as JSON)",
                    Topics.SCHEMAS,
                    published.offset(),
                    broken.getMessage());
        }
    }

    private static void write(Map<String, Object> client, List<Topic<?>> topics) {
        if (topics.isEmpty()) {
            return;
        }
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            topics.stream()
                    .map(PublishedSchemas::schemaOf)
                    .map(schema -> producer.send(new ProducerRecord<>(
                            Topics.SCHEMAS,
                            PlainSchema.hex(PlainSchema.fingerprint(schema)),
                            PlainSchema.json(schema))))
                    .toList()
                    .forEach(Acknowledged::await);
        }
    }
}
