package khabar.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import khabar.schemas.Rule;
import khabar.topics.CloudEvents;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads and writes news.rules from outside the topology. */
public final class RuleTopic {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.RULES.name(), 0);
    private static final Duration POLL = Duration.ofMillis(200);
    /** One for all: of two who change the rules at a time, one is put out. */
    private static final String WRITER = "khabar-rules";

    private final Map<String, Object> client;
    private final WireFormat format;

    /** The topic as the given client settings reach it, with values in the given form. */
    public RuleTopic(Map<String, Object> client, WireFormat format) {
        this.client = Map.copyOf(client);
        this.format = format;
    }

    /** The newest record of every id, up to the present end of the topic. */
    public SortedMap<String, PostedRule> read() {
        SortedMap<String, PostedRule> newest = new TreeMap<>();
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                Deserializer<Rule> values = Topics.RULES.valueSerde(format).deserializer()) {
            if (consumer.partitionsFor(Topics.RULES.name()).isEmpty()) {
                throw new IllegalStateException(
                        Topics.RULES.name() + ": missing (expected: a topic; `khabar topics create` makes it)");
            }
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            while (consumer.position(PARTITION) < end) {
                consumer.poll(POLL).forEach(one -> take(one, values, newest));
            }
        }
        return newest;
    }

    /** Writes rules, and takes away those that are empty: all at once for whoever reads, or none. */
    public void write(Map<String, Optional<Rule>> changes, Clock clock) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, WRITER);
        try (KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
                Serializer<Rule> values = Topics.RULES.valueSerde(format).serializer()) {
            producer.initTransactions();
            producer.beginTransaction();
            new TreeMap<>(changes).forEach((ruleId, rule) -> {
                byte[] value = rule.map(one -> values.serialize(Topics.RULES.name(), one))
                        .orElse(null);
                ProducerRecord<String, byte[]> change = new ProducerRecord<>(Topics.RULES.name(), 0, ruleId, value);
                CloudEvents.stamp(change.headers(), ruleId, Topics.RULES.eventType(), clock.instant());
                CloudEvents.trace(change.headers(), null);
                var unused = producer.send(change);
            });
            producer.commitTransaction();
        }
    }

    private static void take(
            ConsumerRecord<byte[], byte[]> one, Deserializer<Rule> values, SortedMap<String, PostedRule> newest) {
        if (one.key() == null) {
            return;
        }
        String ruleId = new String(one.key(), UTF_8);
        if (one.value() == null) {
            newest.remove(ruleId);
        } else {
            newest.put(ruleId, PostedRule.read(ruleId, one.offset(), one.value(), values));
        }
    }
}
