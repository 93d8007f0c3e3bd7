package khabar.language.word;

/**
 * A number for each of the pairs of brief words that came last. Of fixed size; newer pairs take the places of older
 * ones. For one thread.
 */
public final class BriefPairs {
    /** The greatest number that can be kept. */
    public static final int MOST = (1 << Long.SIZE - WordReader.BRIEF_BITS) - 1;

    private static final int SETS = 1 << 12;
    /** Pairs that lie beside each other, in either place of which one may be kept. */
    private static final int PLACES = 2;
    /** A pair takes two integers: its first word with the number above it, and its second word. */
    private static final int FIELDS = 2;

    private final long[] places = new long[FIELDS * PLACES * SETS];

    /** The number of the pair of {@link WordReader#isBrief brief} words, or 0 where none is kept. */
    public int find(long first, long second) {
        int at = place(first, second);
        int number = number(at, first, second);
        return number != 0 ? number : number(at + FIELDS, first, second);
    }

    private int number(int at, long first, long second) {
        long left = places[at] ^ first;
        return left << Long.SIZE - WordReader.BRIEF_BITS == 0 && places[at + 1] == second
                ? (int) (left >>> WordReader.BRIEF_BITS)
                : 0;
    }

    /** Keeps a number, which must not be 0, for a pair that has none yet. */
    public void put(long first, long second, int number) {
        int at = place(first, second);
        System.arraycopy(places, at, places, at + FIELDS, FIELDS);
        places[at] = (long) number << WordReader.BRIEF_BITS | first;
        places[at + 1] = second;
    }

    private static int place(long first, long second) {
        return ((int) WordReader.mix(first, second) & SETS - 1) * PLACES * FIELDS;
    }
}
