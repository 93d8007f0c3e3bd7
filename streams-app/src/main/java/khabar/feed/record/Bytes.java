package khabar.feed.record;

import java.util.Arrays;

/** Bytes that nobody changes any more. */
public final class Bytes {
    /** No bytes. */
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** Takes the array over: the caller gives it away. */
    public static Bytes owning(byte[] array) {
        return new Bytes(array);
    }

    public int size() {
        return array.length;
    }

    /** A copy of the first bytes, at most as many as said. */
    public byte[] first(int most) {
        return Arrays.copyOf(array, Math.min(most, array.length));
    }

    /** The array itself, to read from. */
    public byte[] array() {
        return array;
    }
}
