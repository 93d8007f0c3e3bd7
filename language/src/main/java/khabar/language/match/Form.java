package khabar.language.match;

import java.util.Arrays;

/**
 * What the rules know of a word as it is written, whatever stands around it: found once, then met again
 * and again. Immutable.
 */
public final class Form {
    private static final int[] NO_STEMS = new int[0];
    private static final Form[] NO_RESTS = new Form[0];
    private static final char FARSI_YEH = '\u06cc';

    private final char[] letters;
    private final long signatureLow;
    private final long signatureHigh;
    private final int word;
    /** Bits of the tries in which a phrase starts with the word: as it stands, and less something attached. */
    private final int starts;

    private final int startsLessClitic;
    private final int startsInflected;
    /** Pairs: how many letters remain, and the number of the word that they are. */
    private final int[] lessClitic;

    private final int[] lessInflection;
    private final Form[] rests;
    private final Suffix joined;
    private final boolean deriving;
    private final boolean joinedPrefix;

    private Form(char[] letters, Signature signature, Vocabulary words, boolean withPrefixes) {
        this.letters = letters;
        signatureLow = signature.low();
        signatureHigh = signature.high();
        String text = new String(letters);
        int length = letters.length;
        Clitics clitics = words.clitics();
        word = words.find(letters, 0, length);
        starts = words.starts(word);
        lessClitic = stems(clitics.cliticCount(), i -> clitics.withoutClitic(text, 0, length, i), words);
        lessInflection = stems(clitics.inflectionCount(), i -> clitics.withoutInflection(text, 0, length, i), words);
        rests = withPrefixes ? rests(text, signature, words) : NO_RESTS;
        int fewer = starts(lessClitic, words);
        for (Form rest : rests) {
            fewer |= rest.starts | rest.startsLessClitic;
        }
        startsLessClitic = fewer;
        startsInflected = starts(lessInflection, words);
        joined = clitics.joinedSuffix(text, 0, length, (char) 0);
        deriving = clitics.derives(text, 0, length);
        joinedPrefix = clitics.isJoinedPrefix(text, 0, length);
    }

    /** Only a form with a whole signature can be told from others by it. */
    static Form of(char[] letters, Signature signature, Vocabulary words) {
        return new Form(letters, signature, words, true);
    }

    /** Where a word may end if something of the given number is taken from it, or -1. */
    private interface Stem {
        int end(int number);
    }

    private int[] stems(int count, Stem stem, Vocabulary words) {
        int[] stems = NO_STEMS;
        for (int i = 0; i < count; i++) {
            int end = stem.end(i);
            int found = end < 0 ? TokenTrie.NONE : words.find(letters, 0, end);
            if (found != TokenTrie.NONE) {
                stems = Arrays.copyOf(stems, stems.length + 2);
                stems[stems.length - 2] = end;
                stems[stems.length - 1] = found;
            }
        }
        return stems;
    }

    private Form[] rests(String text, Signature whole, Vocabulary words) {
        Form[] found = NO_RESTS;
        for (int i = 0; i < words.clitics().prefixCount(); i++) {
            int from = words.clitics().withoutPrefix(text, 0, letters.length, i);
            if (from >= 0) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] =
                        new Form(Arrays.copyOfRange(letters, from, letters.length), whole, words, false);
            }
        }
        return found;
    }

    private static int starts(int[] stems, Vocabulary words) {
        int starts = 0;
        for (int i = 1; i < stems.length; i += 2) {
            starts |= words.starts(stems[i]);
        }
        return starts;
    }

    /** The number of the word, or {@link TokenTrie#NONE} where no rule has it. */
    public int word() {
        return word;
    }

    /** How many letters the word has. */
    public int length() {
        return letters.length;
    }

    /** Whether a phrase of the trie starts with the word as it stands. */
    public boolean starts(TokenTrie trie) {
        return (starts & trie.bit()) != 0;
    }

    /** Whether a phrase of the trie starts with the word, also without a clitic or a prefix. */
    public boolean startsLessClitic(TokenTrie trie) {
        return ((starts | startsLessClitic) & trie.bit()) != 0;
    }

    /** Whether a phrase of the trie starts with the word, also without an inflection. */
    public boolean startsInflected(TokenTrie trie) {
        return ((starts | startsInflected) & trie.bit()) != 0;
    }

    /** Known words that remain without a clitic: pairs of their number of letters and their number. Not to be changed. */
    public int[] lessClitic() {
        return lessClitic;
    }

    /** Known words that remain without an inflection: pairs of their number of letters and their number. */
    public int[] lessInflection() {
        return lessInflection;
    }

    /** What remains after a preposition or a conjunction that was written together with the word. */
    public Form[] rests() {
        return rests;
    }

    /** The form of so many of its last letters: itself, or one of its rests. */
    public Form ending(int length) {
        for (Form rest : rests) {
            if (rest.letters.length == length) {
                return rest;
            }
        }
        return this;
    }

    /** What the piece between two half-spaces is to the word before it, which ends on the given letter. */
    Suffix joinedTo(char before) {
        boolean ending = letters.length == 1 && letters[0] == FARSI_YEH;
        return ending ? Clitics.yehAfter(before) : joined;
    }

    /** Whether the word, when it stands after a space, makes an adjective of the word before it. */
    public boolean derives() {
        return deriving;
    }

    /** Whether a name may follow the word after a half-space. */
    public boolean isJoinedPrefix() {
        return joinedPrefix;
    }

    boolean has(Signature signature) {
        return signatureLow == signature.low() && signatureHigh == signature.high();
    }
}
