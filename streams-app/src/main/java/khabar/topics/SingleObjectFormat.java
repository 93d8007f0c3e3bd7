package khabar.topics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

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
    private static final int USUAL_BYTES = 512;
    private static final int KEPT_BYTES = 1 << 16;

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
        Encoding<T> encoding = new Encoding<>(data, schema);
        BinaryMessageDecoder<T> decoder = new BinaryMessageDecoder<>(data, schema, writers);
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : encoding.encode(value),
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

    private static <T> T decode(BinaryMessageDecoder<T> decoder, byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException | RuntimeException failure) {
            throw new SerializationException(
                    "value: " + bytes.length + " bytes (expected: Avro single-object encoding)", failure);
        }
    }

    /**
     * Writes values of one type in Avro single-object encoding. Avro's own encoder for it writes byte by byte through
     * a stream and field by field through reflection-like access; this one writes into a buffer, and lets the generated
     * classes write themselves where Avro generates that. Values are written at every change of a store, so that is a
     * good part of what the topology does. Safe for many threads.
     *
     * @param <T> the type
     */
    private static final class Encoding<T extends SpecificRecord> {
        private final byte[] header;
        private final SpecificDatumWriter<T> writer;
        private final ThreadLocal<Buffer> buffers = ThreadLocal.withInitial(Buffer::new);

        Encoding(SpecificData data, Schema schema) {
            // The model belongs to the generated class: this holds for all that write it.
            data.setCustomCoders(true);
            writer = new SpecificDatumWriter<>(schema, data);
            header = ByteBuffer.allocate(HEADER)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(MARK)
                    .put(VERSION)
                    .putLong(SchemaNormalization.parsingFingerprint64(schema))
                    .array();
        }

        /**
         * The bytes of a value.
         *
         * @throws SerializationException where it is not what the schema asks for
         */
        byte[] encode(T value) {
            Buffer buffer = buffers.get();
            buffer.bytes.reset();
            try {
                buffer.bytes.write(header);
                writer.write(value, buffer.encoder);
                buffer.encoder.flush();
                byte[] encoded = buffer.bytes.toByteArray();
                if (encoded.length > KEPT_BYTES) {
                    buffers.remove();
                }
                return encoded;
            } catch (IOException | RuntimeException failure) {
                // What lies half written in the encoder must not begin the next value.
                buffers.remove();
                throw new SerializationException(
                        "value: " + value.getClass().getSimpleName() + " (expected: valid Avro)", failure);
            }
        }

        /** Bytes that are being written, by one thread. */
        private static final class Buffer {
            private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
            private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        }
    }
}
