package khabar.topics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import khabar.schemas.Article;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
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
    private static final String GENERATED = Article.class.getPackageName();

    static {
        // Avro makes objects of named classes only where it is told that they are harmless; ours are generated.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().startsWith(GENERATED)));
    }

    private final SchemaStore writers;

    /** Reads values whose writer schema the given store knows, besides those compiled in. */
    public SingleObjectFormat(SchemaStore writers) {
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
