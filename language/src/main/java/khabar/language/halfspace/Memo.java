package khabar.language.halfspace;

import khabar.language.word.BriefWords;
import khabar.language.word.LongWords;
import khabar.language.word.WordReader;

/**
 * What was found of the words that came last, by their letters, so that a frequent word is taken apart
 * once. A word is told by the two numbers of a {@link WordReader}, or by a hash and 0. Of most words it is
 * only asked whether anything is to be done about them: of a brief one that is kept apart.
 * Of fixed size; newer words take the places of older ones. For one thread.
 */
final class Memo {
    /** No finding. */
    static final long NONE = LongWords.NONE;

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
    /** The findings for words. */
    private final LongWords findings = new LongWords(1 << 11);
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
        return findings.find(low, high);
    }

    /** Keeps the finding, and returns it. */
    long put(long low, long high, long finding) {
        findings.put(low, high, finding);
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
}
