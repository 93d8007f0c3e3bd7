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

    /** Stands beside the starts of a form of which nothing is known at all: {@link #UNKNOWN} does for it. */
    static final int NOTHING_KNOWN = 1 << Starts.BITS;
    /** The form of words that no rule knows and that have nothing to lose. */
    static final Form UNKNOWN = new Form();

    private final char[] letters;
    private final int word;
    private final int starts;
    /** Pairs: how many letters remain, and the number of the word that they are. */
    private final int[] lessClitic;

    private final int[] lessInflection;
    private final Form[] rests;
    private final Suffix joined;
    private final boolean deriving;
    private final boolean joinedPrefix;

    private Form() {
        letters = new char[0];
        word = TokenTrie.NONE;
        starts = NOTHING_KNOWN;
        lessClitic = NO_STEMS;
        lessInflection = NO_STEMS;
        rests = NO_RESTS;
        joined = Suffix.NONE;
        deriving = false;
        joinedPrefix = false;
    }

    private Form(char[] letters, Vocabulary words, boolean withPrefixes) {
        this.letters = letters;
        String text = new String(letters);
        int length = letters.length;
        Clitics clitics = words.clitics();
        int[] hashes = hashes(letters);
        word = words.find(letters, 0, length, hashes[length]);
        lessClitic = stems(clitics.cliticCount(), i -> clitics.withoutClitic(text, 0, length, i), words, hashes);
        lessInflection =
                stems(clitics.inflectionCount(), i -> clitics.withoutInflection(text, 0, length, i), words, hashes);
        rests = withPrefixes ? rests(text, words) : NO_RESTS;
        joined = clitics.joinedSuffix(text, 0, length, (char) 0);
        deriving = clitics.derives(text, 0, length);
        joinedPrefix = clitics.isJoinedPrefix(text, 0, length);
        starts = starts(words);
    }

    static Form of(char[] letters, Vocabulary words) {
        return new Form(letters, words, true);
    }

    private int starts(Vocabulary words) {
        if (word == TokenTrie.NONE && lessClitic.length + lessInflection.length + rests.length == 0 && isPlain()) {
            return NOTHING_KNOWN;
        }
        int whole = words.starts(word);
        int fewer = whole;
        int inflected = whole;
        int continues = words.continues(word);
        for (int i = 1; i < lessClitic.length; i += 2) {
            fewer |= words.starts(lessClitic[i]);
            continues |= words.continues(lessClitic[i]);
        }
        for (int i = 1; i < lessInflection.length; i += 2) {
            inflected |= words.starts(lessInflection[i]);
            continues |= words.continues(lessInflection[i]);
        }
        for (Form rest : rests) {
            fewer |= Starts.lessClitic(rest.starts);
        }
        return Starts.of(whole, fewer, inflected, continues);
    }

    /** Whether nothing depends on the word when it stands beside a half-space or after a space. */
    private boolean isPlain() {
        return joined == Suffix.NONE && !deriving && !joinedPrefix;
    }

    /** The hash of the first so many letters, for each number of them. */
    private static int[] hashes(char[] letters) {
        int[] hashes = new int[letters.length + 1];
        for (int i = 0; i < letters.length; i++) {
            hashes[i + 1] = WordTable.step(hashes[i], letters[i]);
        }
        return hashes;
    }

    /** Where a word may end if something of the given number is taken from it, or -1. */
    private interface Stem {
        int end(int number);
    }

    private int[] stems(int count, Stem stem, Vocabulary words, int[] hashes) {
        int[] stems = NO_STEMS;
        for (int i = 0; i < count; i++) {
            int end = stem.end(i);
            int found = end < 0 ? TokenTrie.NONE : words.find(letters, 0, end, hashes[end]);
            if (found != TokenTrie.NONE) {
                stems = Arrays.copyOf(stems, stems.length + 2);
                stems[stems.length - 2] = end;
                stems[stems.length - 1] = found;
            }
        }
        return stems;
    }

    private Form[] rests(String text, Vocabulary words) {
        Form[] found = NO_RESTS;
        for (int i = 0; i < words.clitics().prefixCount(); i++) {
            int from = words.clitics().withoutPrefix(text, 0, letters.length, i);
            if (from >= 0) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = new Form(Arrays.copyOfRange(letters, from, letters.length), words, false);
            }
        }
        return found;
    }

    /** Whether this is the form of the word in the given range. */
    boolean isOf(char[] text, int start, int end) {
        return Arrays.equals(letters, 0, letters.length, text, start, end);
    }

    /** The number of the word, or {@link TokenTrie#NONE} where no rule has it. */
    public int word() {
        return word;
    }

    /** How many letters the word has. */
    public int length() {
        return letters.length;
    }

    /** In which tries a phrase starts with the word, as {@link Starts} has it. */
    int starts() {
        return starts;
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
}
