package khabar.query.values;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import khabar.topics.CloudEvents;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What failed by accident, as far as it is told.
 *
 * @param exception simple name of what was thrown
 * @param message what it said, shortened
 * @param position topic, partition and offset of the record that failed
 * @param bytes size of its value
 * @param failedAt when it failed
 */
public record DeadLetter(String exception, String message, String position, int bytes, Instant failedAt) {
    private static final String ERRORS = "__streams.errors.";
    private static final int LONGEST = 1_000;

    /** What a record of the topic tells. */
    public static DeadLetter of(ConsumerRecord<byte[], byte[]> one) {
        String exception = header(one, "exception");
        return new DeadLetter(
                exception.substring(exception.lastIndexOf('.') + 1),
                header(one, "message"),
                header(one, "topic") + "-" + header(one, "partition") + "@" + header(one, "offset"),
                one.value() == null ? 0 : one.value().length,
                Instant.ofEpochMilli(one.timestamp()));
    }

    /** The same as bytes. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(exception);
            out.writeUTF(message);
            out.writeUTF(position);
            out.writeInt(this.bytes);
            out.writeLong(failedAt.toEpochMilli());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The dead letter whose bytes begin at the given place. */
    public static DeadLetter read(byte[] stored, int from) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored, from, stored.length - from))) {
            return new DeadLetter(
                    in.readUTF(), in.readUTF(), in.readUTF(), in.readInt(), Instant.ofEpochMilli(in.readLong()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> one, String name) {
        @Nullable String text = CloudEvents.text(one.headers(), ERRORS + name);
        return text == null ? "" : text.substring(0, Math.min(LONGEST, text.length()));
    }
}
