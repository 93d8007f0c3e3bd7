package khabar.cli.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import khabar.topics.PlainSchema;
import khabar.topics.PublishedSchemas;
import khabar.topics.Topics;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.SchemaStore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes the values of one topic, with the schema that each was written with. */
public interface ValueReader {
    /** The value of a record; what cannot be decoded is {@link Undecodable}, never an exception. */
    Value read(ConsumerRecord<byte[], byte[]> record);

    /** A value as far as it could be understood. */
    sealed interface Value permits Decoded, Json, Original, Undecodable {}

    /** An Avro record; null for a tombstone. */
    record Decoded(@Nullable GenericRecord value) implements Value {}

    /** JSON text. */
    record Json(String text) implements Value {}

    /** Bytes that are not meant to be decoded. */
    @SuppressWarnings("ArrayRecordComponent") // is written and thrown away, never compared
    record Original(byte @Nullable [] bytes) implements Value {}

    /** Bytes that should have been decoded, and why that failed. */
    @SuppressWarnings("ArrayRecordComponent") // is written and thrown away, never compared
    record Undecodable(byte[] bytes, String reason) implements Value {}

    /** The reader for a topic. */
    static ValueReader of(String topic, PublishedSchemas schemas) {
        return switch (topic) {
            case Topics.DEAD_LETTERS -> record -> new Original(record.value());
            case Topics.SCHEMAS ->
                record -> record.value() == null ? new Decoded(null) : new Json(new String(record.value(), UTF_8));
            default -> record -> decode(record.value(), schemas);
        };
    }

    private static Value decode(byte @Nullable [] bytes, SchemaStore schemas) {
        if (bytes == null) {
            return new Decoded(null);
        }
        int header = 10;
        if (bytes.length < header || bytes[0] != (byte) 0xC3 || bytes[1] != 0x01) {
            return new Undecodable(bytes, "value: " + bytes.length + " bytes (expected: Avro single-object encoding)");
        }
        try {
            long fingerprint =
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
            Schema writer = schemas.findByFingerprint(fingerprint);
            if (writer == null) {
                return new Undecodable(
                        bytes,
                        String.format(
                                Locale.ROOT,
                                "schema: %s (expected: one in %s)",
                                PlainSchema.hex(fingerprint),
                                Topics.SCHEMAS));
            }
            GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(writer, writer, new GenericData());
            return new Decoded(
                    reader.read(null, DecoderFactory.get().binaryDecoder(bytes, header, bytes.length - header, null)));
        } catch (IOException | RuntimeException broken) {
            return new Undecodable(bytes, "value: " + broken + " (expected: Avro)");
        }
    }
}
