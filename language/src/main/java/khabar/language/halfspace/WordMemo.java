package khabar.language.halfspace;

import khabar.language.script.WordReader;

/**
 * What was found of the words that came last, by their letters, so that a frequent word is taken apart
 * once. For words that a {@link WordReader} tells by two numbers. Of fixed size; newer words take the
 * places of older ones. For one thread.
 */
final class WordMemo {
    /** Places that lie beside each other, in any of which a word may be kept. */
    private static final int PLACES = 4;

    private static final int SETS = 1 << 13;
    private static final long HIGH_MASK = (1L << WordReader.HIGH_BITS) - 1;

    /** Of each place: the first number of the word, then the second with the finding above it. */
    private final long[] entries = new long[2 * PLACES * SETS];

    /** The finding for the word, or {@link Memo#NONE}. */
    long find(long low, long high) {
        int first = first(low, high);
        for (int at = first; at < first + 2 * PLACES; at += 2) {
            long second = entries[at + 1];
            if (entries[at] == low && (second & HIGH_MASK) == high) {
                return second >>> WordReader.HIGH_BITS;
            }
        }
        return Memo.NONE;
    }

    /** Keeps the finding, and returns it; the half-spaces of so few letters leave room for the number. */
    long put(long low, long high, long finding) {
        int first = first(low, high);
        System.arraycopy(entries, first, entries, first + 2, 2 * (PLACES - 1));
        entries[first] = low;
        entries[first + 1] = high | finding << WordReader.HIGH_BITS;
        return finding;
    }

    private static int first(long low, long high) {
        return ((int) WordReader.mix(low, high) & SETS - 1) * 2 * PLACES;
    }
}
