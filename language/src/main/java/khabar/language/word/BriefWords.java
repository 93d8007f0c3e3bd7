package khabar.language.word;

import java.util.Arrays;

/**
 * A number for each of the {@link WordReader#isBrief brief} words that came last. A word and its number share one
 * long integer, and two of them are looked at together without a decision: which of them a word is, nobody can
 * foresee. Of fixed size; newer words take the places of older ones. For one thread.
 */
public final class BriefWords {
    /** So many bits has a number that can be kept. */
    public static final int BITS = 22;

    private static final int SET_BITS = BITS - Long.SIZE + WordReader.BRIEF_BITS;
    /** Places of a set that are looked at together, and as many others. */
    private static final int PLACES = 2;
    /** No two brief words have the same product: its upper bits tell the set, and all others are kept. */
    private static final long MIX = 0x9E3779B97F4A7C15L << Long.SIZE - WordReader.BRIEF_BITS;

    /** Of each place: what the set does not tell of the word, and its number below. */
    private final long[] places = new long[PLACES << SET_BITS];
    /** The same of the other places. */
    private final long[] others = new long[PLACES << SET_BITS];

    /** The number of the word, or 0 where none is kept. */
    public int find(long letters) {
        long mixed = letters * MIX;
        long rest = mixed << SET_BITS;
        int set = set(mixed);
        long[] from = places;
        int number = number(from[set] ^ rest) | number(from[set + 1] ^ rest);
        return number != 0 ? number : findBehind(set, rest);
    }

    /** The number that is left when a word is taken from a place; 0 where it was another word. */
    private static int number(long left) {
        // Of the upper bits none is set in the right one: less one, they all become set.
        return (int) left & (int) ((left >>> BITS) - 1 >> Long.SIZE - 1);
    }

    /** Looks into the other places, and lets a word that is there change places with the one that came first. */
    private int findBehind(int set, long rest) {
        for (int at = set; at < set + PLACES; at++) {
            int number = number(others[at] ^ rest);
            if (number != 0) {
                others[at] = places[set + 1];
                insert(places, set, rest | number);
                return number;
            }
        }
        return 0;
    }

    /** Keeps a number, which must not be 0, for a word that has none yet. */
    public void put(long letters, int number) {
        long mixed = letters * MIX;
        int set = set(mixed);
        insert(others, set, places[set + 1]);
        insert(places, set, mixed << SET_BITS | number);
    }

    /** Lets a word come first in a set, and the last one fall out. */
    private static void insert(long[] words, int set, long word) {
        words[set + 1] = words[set];
        words[set] = word;
    }

    /** Forgets all words. */
    public void clear() {
        Arrays.fill(places, 0);
        Arrays.fill(others, 0);
    }

    /** Where the set of a word begins. */
    private static int set(long mixed) {
        return (int) (mixed >>> Long.SIZE - SET_BITS) * PLACES;
    }
}
