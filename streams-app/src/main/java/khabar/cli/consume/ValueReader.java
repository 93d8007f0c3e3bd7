package khabar.cli.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import khabar.topics.WireFormat.Body;
import khabar.topics.registry.RegistryException;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Decodes the values of one topic, with the schema that each was written with. */
public interface ValueReader {
    /** The value of a record; what cannot be decoded is {@link Undecodable}. Only a registry's silence is an exception. */
    Value read(ConsumerRecord<byte[], byte[]> record);

    /** A value as far as it could be understood. */
    sealed interface Value permits Decoded, Json, Original, Undecodable {}

    /** An Avro record; null for a tombstone. */
    record Decoded(@Nullable GenericRecord value) implements Value {}

    /** JSON text. */
    record Json(String text) implements Value {}

    /** The bytes of a dead letter, and what they say where they can be decoded after all. */
    @SuppressWarnings("ArrayRecordComponent") // is written and thrown away, never compared
    record Original(byte @Nullable [] bytes, Optional<GenericRecord> decoded) implements Value {}

    /** Bytes that should have been decoded, and why that failed. */
    @SuppressWarnings("ArrayRecordComponent") // is written and thrown away, never compared
    record Undecodable(byte[] bytes, String reason) implements Value {}

    /** The reader for a topic. */
    static ValueReader of(String topic, WireFormat format) {
        return switch (topic) {
            case Topics.DEAD_LETTERS -> record -> new Original(record.value(), understood(record.value(), format));
            case Topics.SCHEMAS, Topics.REDRIVEN ->
                record -> record.value() == null ? new Decoded(null) : new Json(new String(record.value(), UTF_8));
            default -> record -> decode(record.value(), format);
        };
    }

    private static Optional<GenericRecord> understood(byte @Nullable [] bytes, WireFormat format) {
        return decode(bytes, format) instanceof Decoded decoded
                ? Optional.ofNullable(decoded.value())
                : Optional.empty();
    }

    private static Value decode(byte @Nullable [] bytes, WireFormat format) {
        if (bytes == null) {
            return new Decoded(null);
        }
        try {
            Body body = format.bodyOf(bytes);
            GenericDatumReader<GenericRecord> reader =
                    new GenericDatumReader<>(body.writer(), body.writer(), new GenericData());
            int length = bytes.length - body.offset();
            return new Decoded(
                    reader.read(null, DecoderFactory.get().binaryDecoder(bytes, body.offset(), length, null)));
        } catch (RegistryException unanswered) {
            throw unanswered;
        } catch (SerializationException other) {
            return new Undecodable(bytes, String.valueOf(other.getMessage()));
        } catch (IOException | RuntimeException broken) {
            return new Undecodable(bytes, "value: " + broken + " (expected: Avro)");
        }
    }
}
