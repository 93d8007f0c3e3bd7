package khabar.query.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/** Makes keys that sort as their parts do, part by part. */
public final class KeyBytes {
    private ByteBuffer bytes = ByteBuffer.allocate(96);

    /** A key that begins with the given letters. */
    public KeyBytes(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            room(1).put((byte) letters.charAt(i));
        }
    }

    /** A length of time, shortest first. */
    public KeyBytes duration(Duration length) {
        room(Long.BYTES).putLong(length.toMillis());
        return this;
    }

    /** A time, earliest first. */
    public KeyBytes time(Instant time) {
        room(Long.BYTES).putLong(time.toEpochMilli() ^ Long.MIN_VALUE);
        return this;
    }

    /** A time, newest first. */
    public KeyBytes timeDown(Instant time) {
        room(Long.BYTES).putLong(~(time.toEpochMilli() ^ Long.MIN_VALUE));
        return this;
    }

    /** A number that is not below zero, greatest first. */
    public KeyBytes greatest(long number) {
        room(Long.BYTES).putLong(~number);
        return this;
    }

    /** A text between others: its length stands before it, so that no text is the beginning of another. */
    public KeyBytes term(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        room(Integer.BYTES + utf8.length).putInt(utf8.length).put(utf8);
        return this;
    }

    /** A text at the end. */
    public KeyBytes last(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        room(utf8.length).put(utf8);
        return this;
    }

    /** The key. */
    public byte[] bytes() {
        byte[] key = new byte[bytes.position()];
        bytes.flip();
        bytes.get(key);
        return key;
    }

    /** The time that stands earliest first at the given place of a key. */
    public static Instant timeAt(byte[] key, int at) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(key).getLong(at) ^ Long.MIN_VALUE);
    }

    /** The time that stands newest first at the given place of a key. */
    public static Instant timeDownAt(byte[] key, int at) {
        return Instant.ofEpochMilli(~ByteBuffer.wrap(key).getLong(at) ^ Long.MIN_VALUE);
    }

    /** The length of time at the given place of a key. */
    public static Duration durationAt(byte[] key, int at) {
        return Duration.ofMillis(ByteBuffer.wrap(key).getLong(at));
    }

    /** The text between others that begins at the given place of a key. */
    public static String termAt(byte[] key, int at) {
        return new String(key, at + Integer.BYTES, ByteBuffer.wrap(key).getInt(at), UTF_8);
    }

    /** The text from the given place of a key to its end. */
    public static String lastAt(byte[] key, int at) {
        return new String(key, at, key.length - at, UTF_8);
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            ByteBuffer larger = ByteBuffer.allocate(2 * (bytes.position() + more));
            bytes.flip();
            larger.put(bytes);
            bytes = larger;
        }
        return bytes;
    }
}
