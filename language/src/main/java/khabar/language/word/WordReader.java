package khabar.language.word;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads a text word by word, eight letters at once: each character becomes a byte by a table, and a
 * word up to {@link #LONGEST} letters becomes two numbers that no other word has. Nobody can foresee
 * where words end, so that going letter by letter the processor guesses wrong once a word. For one thread.
 */
public final class WordReader {
    /** The byte of what is no part of words. */
    public static final byte NO_PART = 0;
    /** The byte of a part of words that shares it with others: words that have it must be looked at otherwise. */
    public static final byte RARE = -1;
    /** The most letters of a word that two numbers tell. */
    public static final int LONGEST = 11;
    /** Bits of the first number of a word of fewer than eight letters. */
    public static final int BRIEF_BITS = Long.SIZE - Byte.SIZE;
    /** Bits of the second number, {@link #high}; those above are free for other uses. */
    public static final int HIGH_BITS = 25;

    /** Makes the second number of a word that is told by them other than 0. */
    public static final long WHOLE = 1L << HIGH_BITS - 1;

    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Longer texts are rare, and the room for them is given back. */
    private static final int MOST_SPARE = 1 << 17;

    private static final int PADDING = 2 * Long.BYTES;

    private final byte[] table;
    private byte[] bytes = new byte[0];
    private int length;
    private long low;
    private long high;

    /**
     * A reader that has no text yet.
     *
     * @param table for each UTF-16 code unit its byte; not to be changed after that
     */
    public WordReader(byte[] table) {
        this.table = table;
    }

    /** Takes the first characters of a text. */
    public void take(char[] text, int end) {
        take(text, 0, end);
    }

    /** Takes the characters between the offsets; where words are is told by offsets in the text still. */
    public void take(char[] text, int from, int end) {
        int needed = end + PADDING;
        if (bytes.length < needed || bytes.length - needed > MOST_SPARE) {
            bytes = new byte[needed + (needed >> 1)];
        }
        byte[] out = bytes;
        byte[] codes = table;
        for (int i = from; i < end; i++) {
            out[i] = codes[text[i]];
        }
        Arrays.fill(out, end, end + PADDING, NO_PART);
        length = end;
    }

    /** The offset of the next word, which may be the given one, or the end of what was taken. */
    public int next(int from) {
        int at = from;
        while (at < length) {
            long eight = eight(at);
            if (eight != 0) {
                return at + (Long.numberOfTrailingZeros(eight) >>> 3);
            }
            at += Long.BYTES;
        }
        return Math.max(from, length);
    }

    /** Lets the characters between the offsets be no part of words. */
    public void hide(int from, int end) {
        Arrays.fill(bytes, from, end, NO_PART);
    }

    /** Whether the character at the offset is part of a word; the end of the text is none. */
    public boolean isPart(int at) {
        return bytes[at] != NO_PART;
    }

    /** Reads the word that begins at the offset, up to the given end at most; returns where it ends. */
    public int read(int start, int end) {
        long first = eight(start);
        long zeros = zeros(first);
        if (zeros != 0) {
            int letters = Math.min(bytesBefore(zeros), end - start);
            low = first & (1L << letters * Byte.SIZE) - 1;
            high = hasRare(low) ? 0 : WHOLE;
            return start + letters;
        }
        return readLong(start, end, first);
    }

    private int readLong(int start, int end, long first) {
        int at = start + Long.BYTES;
        while (bytes[at] != NO_PART) {
            at++;
        }
        at = Math.min(at, end);
        int letters = at - start;
        if (letters < Long.BYTES) {
            low = first & (1L << letters * Byte.SIZE) - 1;
            high = hasRare(low) ? 0 : WHOLE;
        } else {
            long rest = letters > LONGEST ? -1 : eight(start + Long.BYTES);
            rest &= (1L << (letters - Long.BYTES) * Byte.SIZE) - 1;
            low = first;
            high = letters > LONGEST || hasRare(first) || hasRare(rest) ? 0 : WHOLE | rest;
        }
        return at;
    }

    /** The parts of words at the offset and after it, eight of them. */
    public long eight(int at) {
        return eight(bytes, at);
    }

    /** Eight bytes as one number, the first one lowest. */
    public static long eight(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The upper bit of the lowest byte that is 0, and perhaps others further up; 0 where no byte is. */
    public static long zeros(long eight) {
        return eight - ONES & ~eight & TOPS;
    }

    /** How many bytes there are before the lowest one that is 0, given what {@link #zeros} says of them. */
    public static int bytesBefore(long zeros) {
        return Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
    }

    /** The bytes before the lowest one that is 0, given what {@link #zeros} says of them; all where none is. */
    public static long before(long zeros, long eight) {
        return eight & (zeros ^ zeros - 1);
    }

    /** Whether a byte is {@link #RARE}. */
    public static boolean hasRare(long eight) {
        return zeros(~eight) != 0;
    }

    /** Whether {@link #low} and {@link #high} tell the word that was read last from all others. */
    public boolean isWhole() {
        return high != 0;
    }

    /** Whether {@link #low} alone tells the word that was read last, in its lower {@link #BRIEF_BITS}. */
    public boolean isBrief() {
        return high == WHOLE && low >>> BRIEF_BITS == 0;
    }

    /** The byte of the character at the offset. */
    public byte part(int at) {
        return bytes[at];
    }

    /** The first eight letters of the word that was read last. */
    public long low() {
        return low;
    }

    /** Its other letters, and that they are all; 0 where they are not, or one of them is rare. */
    public long high() {
        return high;
    }

    /** Mixes two numbers so that any bit of the outcome depends on all of theirs. */
    public static long mix(long one, long other) {
        long mixed = (one ^ other * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> Integer.SIZE;
    }
}
