package khabar.language.halfspace;

import khabar.language.word.BriefWords;
import khabar.language.word.WordReader;

/**
 * What was found of the words that came last, by their letters, so that a frequent word is taken apart
 * once. A word is told by the two numbers of a {@link WordReader}, or by a hash and 0. Of most words it is
 * only asked whether anything is to be done about them: of a brief one that is kept apart.
 * Of fixed size; newer words take the places of older ones. For one thread.
 */
final class Memo {
    /** No finding. */
    static final long NONE = -1;

    /** Belongs to all facts of brief words. */
    static final int KNOWN = 1;
    /** The bit, from the lowest on, that says that the word may belong to the one before it, whatever that is. */
    static final int SECOND_SHIFT = 1;
    /** The bit that says that with waw after it the word may begin one of several. */
    static final int LINKS_SHIFT = 2;
    /** The bit that says that the word is waw. */
    static final int WAW_SHIFT = 3;
    /** From this bit on, the facts say what the words may begin with that may belong to this one. */
    static final int NEXT_SHIFT = 4;
    /** So many bits, each for the words that begin with some of the letters. */
    static final int NEXT_BITS = 16;
    /** The bit that says that a finding is kept for the word, which something may have to be done about. */
    static final int CLOSER_SHIFT = NEXT_SHIFT + NEXT_BITS;

    static final int CLOSER = 1 << CLOSER_SHIFT;

    private static final int ROLE_BITS = 5;
    /** Places that lie beside each other, in any of which a word may be kept. */
    private static final int PLACES = 8;

    private static final int SETS = 1 << 11;
    private static final long HIGH_MASK = (1L << WordReader.HIGH_BITS) - 1;

    /** Of each place: the first number of the word, then the second with the finding above it. */
    private final long[] entries = new long[2 * PLACES * SETS];
    /** The facts of brief words. */
    private final BriefWords brief = new BriefWords();

    /** The facts of the {@link WordReader#isBrief brief} word, or 0. */
    int facts(long letters) {
        return brief.find(letters);
    }

    /** Keeps the facts of the brief word. */
    void put(long letters, int facts) {
        brief.put(letters, facts);
    }

    /** The finding for the word, or {@link #NONE}. */
    long find(long low, long high) {
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

    /** Keeps the finding, and returns it. */
    long put(long low, long high, long finding) {
        int first = first(low, high);
        System.arraycopy(entries, first, entries, first + 2, 2 * (PLACES - 1));
        entries[first] = low;
        entries[first + 1] = high | finding << WordReader.HIGH_BITS;
        return finding;
    }

    static long finding(int mask, int role) {
        return (long) mask << ROLE_BITS | role;
    }

    static int mask(long finding) {
        return (int) (finding >>> ROLE_BITS);
    }

    static int role(long finding) {
        return (int) finding & (1 << ROLE_BITS) - 1;
    }

    private static int first(long low, long high) {
        return ((int) WordReader.mix(low, high) & SETS - 1) * 2 * PLACES;
    }
}
