package khabar.topics.registry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import khabar.topics.GeneratedClasses;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topic;
import khabar.topics.WireFormat;
import org.apache.avro.Schema;
import org.apache.avro.message.RawMessageDecoder;
import org.apache.avro.message.RawMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * The Confluent wire format: a zero byte, the id of the writer schema in the registry (4 bytes, big
 * endian), then the binary value. The subject of a topic is its name and {@code -value}. Values in
 * single-object encoding are read too, for a topic keeps what was written before there was a registry.
 */
public final class ConfluentFormat implements WireFormat {
    private static final int HEADER = 5;
    private static final byte MAGIC = 0;

    private final SchemaRegistry registry;
    private final SingleObjectFormat before;

    /** Asks the given registry; what is in single-object encoding is read in the other form. */
    public ConfluentFormat(SchemaRegistry registry, SingleObjectFormat before) {
        GeneratedClasses.trust();
        this.registry = registry;
        this.before = before;
    }

    /** Registers the schemas of the given topics, so that an unfit registry shows before the first value. */
    public void register(Iterable<Topic<?>> topics) {
        for (Topic<?> topic : topics) {
            registry.register(subjectOf(topic.name()), schemaOf(topic.valueType()));
        }
    }

    @Override
    public <T extends SpecificRecord> Serde<T> serdeOf(Class<T> type) {
        return new ValueSerde<>(type).asSerde();
    }

    @Override
    public Body bodyOf(byte[] value) {
        return SingleObjectFormat.isFormOf(value) ? before.bodyOf(value) : new Body(writerOf(idIn(value)), HEADER);
    }

    @Override
    public void close() {
        before.close();
    }

    private Schema writerOf(int id) {
        return registry.schema(id)
                .orElseThrow(() -> new SerializationException(
                        "schema: " + id + " (expected: one in the registry " + registry.url() + ")"));
    }

    private static int idIn(byte[] value) {
        if (value.length < HEADER || value[0] != MAGIC) {
            throw new SerializationException(
                    "value: " + value.length + " bytes (expected: Avro with the id of a schema in a registry)");
        }
        return ByteBuffer.wrap(value).getInt(1);
    }

    private static String subjectOf(String topic) {
        return topic + "-value";
    }

    private static Schema schemaOf(Class<?> type) {
        return SpecificData.getForClass(type).getSchema(type);
    }

    /** Writes and reads values of one class; for any thread. */
    private final class ValueSerde<T extends SpecificRecord> {
        private final SpecificData data;
        private final Schema schema;
        private final RawMessageEncoder<T> encoder;
        private final Map<String, Integer> ids = new ConcurrentHashMap<>();
        private final Map<Integer, RawMessageDecoder<T>> decoders = new ConcurrentHashMap<>();
        private final Serde<T> old;

        private ValueSerde(Class<T> type) {
            data = SpecificData.getForClass(type);
            schema = schemaOf(type);
            encoder = new RawMessageEncoder<>(data, schema);
            old = before.serdeOf(type);
        }

        private Serde<T> asSerde() {
            return Serdes.serdeFrom(
                    (topic, value) -> value == null ? null : encode(topic, value),
                    (topic, bytes) -> bytes == null ? null : decode(topic, bytes));
        }

        private byte @Nullable [] encode(String topic, T value) {
            int id = ids.computeIfAbsent(topic, name -> registry.register(subjectOf(name), schema));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(MAGIC);
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
            try {
                encoder.encode(value, bytes);
            } catch (IOException | RuntimeException failure) {
                throw new SerializationException(
                        "value: " + value.getClass().getSimpleName() + " (expected: valid Avro)", failure);
            }
            return bytes.toByteArray();
        }

        private T decode(String topic, byte[] bytes) {
            if (SingleObjectFormat.isFormOf(bytes)) {
                return old.deserializer().deserialize(topic, bytes);
            }
            RawMessageDecoder<T> decoder =
                    decoders.computeIfAbsent(idIn(bytes), id -> new RawMessageDecoder<>(data, writerOf(id), schema));
            try {
                return decoder.decode(new ByteArrayInputStream(bytes, HEADER, bytes.length - HEADER));
            } catch (IOException | RuntimeException failure) {
                throw new SerializationException("value: " + bytes.length + " bytes (expected: valid Avro)", failure);
            }
        }
    }
}
