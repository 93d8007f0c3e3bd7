package khabar.language.word;

import java.util.Arrays;

/**
 * A number for each of the words that came last, told by the two numbers of a {@link WordReader}, or by a hash and 0:
 * for words that are not {@link WordReader#isBrief brief}. Of fixed size; newer words take the places of older ones.
 * For one thread.
 */
public final class LongWords {
    /** Stands for the number of a word of which none is kept. */
    public static final long NONE = -1;

    /** So many bits has a number that can be kept. */
    public static final int BITS = Long.SIZE - WordReader.HIGH_BITS;

    /** Places that lie beside each other, in any of which a word may be kept. */
    private static final int PLACES = 8;

    private static final long HIGH_MASK = (1L << WordReader.HIGH_BITS) - 1;

    /** Of each place: the first number of the word, then the second with what is kept above it. */
    private final long[] entries;

    /** Brings those bits down that tell the set: the uppermost ones, which depend on all letters. */
    private final int shift;

    /** A table with room for eight times as many words as the given power of two, which is not 1. */
    public LongWords(int sets) {
        shift = Long.SIZE - Integer.numberOfTrailingZeros(sets);
        entries = new long[2 * PLACES * sets];
    }

    /** The number of the word, or {@link #NONE}. */
    public long find(long low, long high) {
        int first = first(low, high);
        long second = entries[first + 1];
        if (entries[first] == low && (second & HIGH_MASK) == high) {
            return second >>> WordReader.HIGH_BITS;
        }
        return findBehind(first, low, high);
    }

    /** Looks into the other places, and lets a word that is there change places with the first. */
    private long findBehind(int first, long low, long high) {
        for (int at = first + 2; at < first + 2 * PLACES; at += 2) {
            long second = entries[at + 1];
            if (entries[at] == low && (second & HIGH_MASK) == high) {
                entries[at] = entries[first];
                entries[at + 1] = entries[first + 1];
                entries[first] = low;
                entries[first + 1] = second;
                return second >>> WordReader.HIGH_BITS;
            }
        }
        return NONE;
    }

    /** Keeps a number of at most {@link #BITS} bits for a word that has none yet. */
    public void put(long low, long high, long number) {
        int first = first(low, high);
        System.arraycopy(entries, first, entries, first + 2, 2 * (PLACES - 1));
        entries[first] = low;
        entries[first + 1] = high | number << WordReader.HIGH_BITS;
    }

    /** Forgets all words. */
    public void clear() {
        Arrays.fill(entries, 0);
    }

    private int first(long low, long high) {
        return (int) (WordReader.mix(low, high) >>> shift) * 2 * PLACES;
    }
}
