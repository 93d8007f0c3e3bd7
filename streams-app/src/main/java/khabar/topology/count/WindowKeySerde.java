package khabar.topology.count;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import khabar.topics.WindowKey;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Window keys as bytes that sort by size, then by start, then by id: size in milliseconds (8 bytes),
 * start in milliseconds with its sign bit flipped (8 bytes), id in UTF-8.
 */
public final class WindowKeySerde {
    static final int PREFIX_BYTES = 2 * Long.BYTES;

    private WindowKeySerde() {}

    /** The serde. */
    public static Serde<WindowKey> serde() {
        return Serdes.serdeFrom((topic, key) -> encode(key), (topic, bytes) -> decode(bytes));
    }

    static byte[] encode(WindowKey key) {
        byte[] id = key.id().getBytes(UTF_8);
        return ByteBuffer.allocate(PREFIX_BYTES + id.length)
                .putLong(key.size().toMillis())
                .putLong(key.start().toEpochMilli() ^ Long.MIN_VALUE)
                .put(id)
                .array();
    }

    static WindowKey decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Duration size = Duration.ofMillis(buffer.getLong());
        Instant start = Instant.ofEpochMilli(buffer.getLong() ^ Long.MIN_VALUE);
        return new WindowKey(start, size, UTF_8.decode(buffer).toString());
    }
}
