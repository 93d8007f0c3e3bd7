package khabar.language.match;

/**
 * What a word can be in the phrases of the tries, in one integer, four bits for each question: in which
 * tries a phrase starts with it as it stands, less a clitic or a prefix, and less an inflection; in
 * which it goes on with it in any of these ways.
 */
final class Starts {
    /** Tries beyond so many share bits, which costs time and nothing else. */
    static final int TRIES = 4;
    /** Bits of all questions. */
    static final int BITS = 4 * TRIES;

    private static final int WHOLE = (1 << TRIES) - 1;
    private static final int LESS_CLITIC = TRIES;
    private static final int INFLECTED = 2 * TRIES;
    private static final int CONTINUES = 3 * TRIES;

    private Starts() {}

    /** The bit of the trie with the given number. */
    static int bit(int trie) {
        return 1 << trie % TRIES;
    }

    static int of(int whole, int lessClitic, int inflected, int continues) {
        return whole | lessClitic << LESS_CLITIC | inflected << INFLECTED | continues << CONTINUES;
    }

    static int lessClitic(int starts) {
        return starts >>> LESS_CLITIC & WHOLE;
    }

    static int continues(int starts) {
        return starts >>> CONTINUES & WHOLE;
    }

    /** Those of a word with a suffix after a half-space: what it is with the suffix has no inflection to lose. */
    static int withSuffix(int form, int full) {
        return form | of(full & WHOLE, lessClitic(full), full & WHOLE, continues(full));
    }

    /** The bit that says whether a phrase of the trie with the given one starts with the word less a clitic or a prefix. */
    static int ofLessClitic(int trie) {
        return trie << LESS_CLITIC;
    }

    /** The same less an inflection. */
    static int ofInflected(int trie) {
        return trie << INFLECTED;
    }

    /** The bit that says whether a phrase goes on with the word. */
    static int ofContinued(int trie) {
        return trie << CONTINUES;
    }
}
