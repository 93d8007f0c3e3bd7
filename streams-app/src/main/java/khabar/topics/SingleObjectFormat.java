package khabar.topics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Avro single-object encoding: {@code C3 01}, the CRC-64-AVRO fingerprint of the writer schema (8
 * bytes, little endian), then the binary value. Needs no registry.
 *
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#single-object-encoding">Avro specification</a>
 */
public final class SingleObjectFormat implements WireFormat {
    private static final int HEADER = 10;
    private static final byte MARK = (byte) 0xC3;
    private static final byte VERSION = 0x01;

    private final SchemaStore writers;

    /** Reads values whose writer schema the given store knows, besides those compiled in. */
    public SingleObjectFormat(SchemaStore writers) {
        GeneratedClasses.trust();
        this.writers = Objects.requireNonNull(writers);
    }

    /** Reads values written with the schemas of this build only. */
    public static SingleObjectFormat compiledIn() {
        return new SingleObjectFormat(new SchemaStore.Cache());
    }

    @Override
    public <T extends SpecificRecord> Serde<T> serdeOf(Class<T> type) {
        SpecificData data = SpecificData.getForClass(type);
        Schema schema = data.getSchema(type);
        BinaryMessageEncoder<T> encoder = new BinaryMessageEncoder<>(data, schema);
        BinaryMessageDecoder<T> decoder = new BinaryMessageDecoder<>(data, schema, writers);
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : encode(encoder, value),
                (topic, bytes) -> bytes == null ? null : decode(decoder, bytes));
    }

    /** Whether a value begins as those of this form do. */
    public static boolean isFormOf(byte[] value) {
        return value.length >= HEADER && value[0] == MARK && value[1] == VERSION;
    }

    @Override
    public Body bodyOf(byte[] value) {
        if (!isFormOf(value)) {
            throw new SerializationException(
                    "value: " + value.length + " bytes (expected: Avro single-object encoding)");
        }
        long fingerprint = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
        Schema writer = writers.findByFingerprint(fingerprint);
        if (writer == null) {
            throw new SerializationException(
                    "schema: " + PlainSchema.hex(fingerprint) + " (expected: one in " + Topics.SCHEMAS + ")");
        }
        return new Body(writer, HEADER);
    }

    @Override
    public void close() {
        if (writers instanceof PublishedSchemas published) {
            published.close();
        }
    }

    private static <T> byte @Nullable [] encode(BinaryMessageEncoder<T> encoder, T value) {
        try {
            ByteBuffer buffer = encoder.encode(value);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException | RuntimeException failure) {
            throw new SerializationException(
                    "value: " + value.getClass().getSimpleName() + " (expected: valid Avro)", failure);
        }
    }

    private static <T> T decode(BinaryMessageDecoder<T> decoder, byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException | RuntimeException failure) {
            throw new SerializationException(
                    "value: " + bytes.length + " bytes (expected: Avro single-object encoding)", failure);
        }
    }
}
