package khabar.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import khabar.SharedBroker;
import khabar.SharedBroker.Cluster;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody with a Kafka client, an Avro library and the name of a topic reads everything. */
@ExtendWith(SharedBroker.class)
final class StrangerTest {
    private static final String KEY = "stranger";
    private static final SingleObjectFormat FORMAT = SingleObjectFormat.compiledIn();

    @Test
    void everyTopicReadsWithNothingOfOursButItsSchemas(Cluster cluster) throws IOException {
        Map<String, String> written = writeOneValueToEveryTopic(cluster);
        Stranger stranger = new Stranger(cluster.bootstrapServers());
        for (Map.Entry<String, String> value : written.entrySet()) {
            assertThat(stranger.read(value.getKey())).contains(value.getValue());
        }
        assertThat(written).hasSize(Topics.AVRO.size());
    }

    private static Map<String, String> writeOneValueToEveryTopic(Cluster cluster) {
        Map<String, String> written = new LinkedHashMap<>();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Topic<?> topic : Topics.AVRO) {
            written.put(topic.name(), addOne(topic, records));
        }
        cluster.write(records);
        return written;
    }

    private static <V extends SpecificRecord> String addOne(
            Topic<V> topic, List<ProducerRecord<byte[], byte[]>> records) {
        V value = topic.valueType().cast(new RandomValues(new Random(1)).of(PublishedSchemas.schemaOf(topic)));
        byte[] bytes = topic.valueSerde(FORMAT).serializer().serialize(topic.name(), value);
        records.add(new ProducerRecord<>(topic.name(), KEY.getBytes(UTF_8), bytes));
        return GenericText.of(value);
    }

    /** Uses no class of ours, and no generated one. */
    private static final class Stranger {
        private final String bootstrapServers;
        private final Map<Long, Schema> schemas = new HashMap<>();

        private Stranger(String bootstrapServers) {
            this.bootstrapServers = bootstrapServers;
            for (ConsumerRecord<byte[], byte[]> published : all("news.schemas")) {
                long fingerprint = Long.parseUnsignedLong(new String(published.key(), UTF_8), 16);
                schemas.put(fingerprint, new Schema.Parser().parse(new String(published.value(), UTF_8)));
            }
        }

        private List<String> read(String topic) throws IOException {
            List<String> values = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : all(topic)) {
                if (new String(record.key(), UTF_8).equals(KEY)) {
                    values.add(decode(record.value()).toString());
                }
            }
            return values;
        }

        private GenericRecord decode(byte[] bytes) throws IOException {
            ByteBuffer value = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(value.getShort()).isEqualTo((short) 0x01C3);
            Schema schema = schemas.get(value.getLong());
            return new GenericDatumReader<GenericRecord>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, 10, bytes.length - 10, null));
        }

        private List<ConsumerRecord<byte[], byte[]>> all(String topic) {
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", bootstrapServers),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer())) {
                List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                        .map(part -> new TopicPartition(topic, part.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                    consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                }
            }
            return records;
        }
    }
}
