package khabar.language.match;

/**
 * What a word can be in the phrases of the tries, in one integer, four bits for each question: in which
 * tries a phrase starts with it, in which it is one by itself, and in which one goes on with it. Each
 * trie says what a word may {@link TokenTrie.Loss lose} for that. Above them stand what the dictionary says of the word,
 * and the marks that rules gave it.
 */
final class Starts {
    /** Tries beyond so many share bits, which costs time and nothing else. */
    static final int TRIES = 4;
    /** Bits of all questions. */
    static final int BITS = 3 * TRIES;

    /** Where the bits of the dictionary stand: one above those of the questions is for {@link Form#NOTHING_KNOWN}. */
    static final int DICTIONARY = BITS + 1;
    /** Rules can give so many marks; beyond that they share bits. */
    static final int MARKS = 8;

    static final int DICTIONARY_BITS = 3;
    private static final int FIRST_MARK = DICTIONARY + DICTIONARY_BITS;
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

    /** The bit of the mark with the given number. */
    static int mark(int number) {
        return 1 << FIRST_MARK + number % MARKS;
    }

    /** What the dictionary says of the word. */
    static int dictionary(int starts) {
        return starts >>> DICTIONARY & (1 << DICTIONARY_BITS) - 1;
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
