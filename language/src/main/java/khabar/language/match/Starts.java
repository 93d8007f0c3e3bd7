package khabar.language.match;

/**
 * What a word can be in the phrases of the tries, in one integer, four bits for each question: in which
 * tries a phrase starts with it, in which it is one by itself, and in which one goes on with it. Each
 * trie says what a word may {@link TokenTrie.Loss lose} for that.
 */
final class Starts {
    /** Tries beyond so many share bits, which costs time and nothing else. */
    static final int TRIES = 4;
    /** Bits of all questions. */
    static final int BITS = 3 * TRIES;

    private static final int ALL = (1 << TRIES) - 1;
    private static final int ALONE = TRIES;
    private static final int CONTINUES = 2 * TRIES;

    private Starts() {}

    /** The bit of the trie with the given number. */
    static int bit(int trie) {
        return 1 << trie % TRIES;
    }

    static int of(int starts, int alone, int continues) {
        return starts | alone << ALONE | continues << CONTINUES;
    }

    /** What is true of the given tries alone. */
    static int in(int tries, int starts) {
        return starts & of(tries, tries, tries);
    }

    /** Bits of the tries in which a phrase goes on with the word. */
    static int continues(int starts) {
        return starts >>> CONTINUES & ALL;
    }

    /** Bits of the tries in which the word may begin a phrase of the text, if one may go on in the given ones. */
    static int phrases(int starts, int goesOn) {
        return (starts >>> ALONE | starts & goesOn) & ALL;
    }

    /** The bit that says whether a phrase of the trie with the given one goes on with the word. */
    static int ofContinued(int trie) {
        return trie << CONTINUES;
    }
}
