package khabar.language.compiled;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Puts arrays one after the other, each behind its length, with the lowest byte of each number first. */
public final class ArrayWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Adds one number. */
    public ArrayWriter number(int number) {
        out.writeBytes(room(Integer.BYTES).putInt(number).array());
        return this;
    }

    /** Adds some bytes. */
    public ArrayWriter bytes(byte[] bytes) {
        number(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** Adds a text, in UTF-8. */
    public ArrayWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds UTF-16 code units. */
    public ArrayWriter chars(char[] chars) {
        ByteBuffer room = room(chars.length * Character.BYTES);
        room.asCharBuffer().put(chars);
        return bytes(room.array());
    }

    /** Adds integers. */
    public ArrayWriter ints(int[] ints) {
        ByteBuffer room = room(ints.length * Integer.BYTES);
        room.asIntBuffer().put(ints);
        return bytes(room.array());
    }

    /** Adds long integers. */
    public ArrayWriter longs(long[] longs) {
        ByteBuffer room = room(longs.length * Long.BYTES);
        room.asLongBuffer().put(longs);
        return bytes(room.array());
    }

    /** Everything that was added. */
    public byte[] written() {
        return out.toByteArray();
    }

    private static ByteBuffer room(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
