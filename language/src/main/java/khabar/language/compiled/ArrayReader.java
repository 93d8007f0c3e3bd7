package khabar.language.compiled;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Gives back what an {@link ArrayWriter} was given, in the same order; everything is copied as it is, and nothing is looked at.
 * Bytes that end too early give a {@link java.nio.BufferUnderflowException}.
 */
public final class ArrayReader {
    private final ByteBuffer in;

    /** Reads what was written. */
    public ArrayReader(byte[] written) {
        in = ByteBuffer.wrap(written).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The next number. */
    public int number() {
        return in.getInt();
    }

    /** The next bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    /** The next text. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The next UTF-16 code units. */
    public char[] chars() {
        ByteBuffer part = part();
        char[] chars = new char[part.remaining() / Character.BYTES];
        part.asCharBuffer().get(chars);
        return chars;
    }

    /** The next integers. */
    public int[] ints() {
        ByteBuffer part = part();
        int[] ints = new int[part.remaining() / Integer.BYTES];
        part.asIntBuffer().get(ints);
        return ints;
    }

    /** The next long integers. */
    public long[] longs() {
        ByteBuffer part = part();
        long[] longs = new long[part.remaining() / Long.BYTES];
        part.asLongBuffer().get(longs);
        return longs;
    }

    private ByteBuffer part() {
        int length = in.getInt();
        ByteBuffer part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + length);
        return part;
    }
}
