package khabar.language.match;

import java.util.Arrays;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Span;

/**
 * The words of one text. A half-space divides words, too; what it attaches to a word as a suffix is
 * noted with that word. Offsets count characters of the match key. Immutable.
 */
public final class Tokens {
    private static final char ZWNJ = '\u200c';
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char APOSTROPHE = '\u2019';

    private final NormalizedText text;
    private int[] starts;
    private int[] ends;
    private int[] fullEnds;
    private Suffix[] suffixes;
    private boolean[] joined;
    private int size;

    private Tokens(NormalizedText text, int capacity) {
        this.text = text;
        starts = new int[capacity];
        ends = new int[capacity];
        fullEnds = new int[capacity];
        suffixes = new Suffix[capacity];
        joined = new boolean[capacity];
    }

    /** The words of the given text. */
    public static Tokens of(NormalizedText text, Clitics clitics) {
        String key = text.key();
        Tokens tokens = new Tokens(text, 8 + key.length() / 5);
        int at = 0;
        while (at < key.length()) {
            if (!Character.isLetterOrDigit(key.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            boolean joined = false;
            while (at < key.length() && Character.isLetterOrDigit(key.charAt(at))) {
                at++;
                if (at < key.length() && halfSpaceBefore(text, at)) {
                    tokens.add(start, at, joined, clitics);
                    start = at;
                    joined = true;
                }
            }
            tokens.add(start, at, joined, clitics);
        }
        return tokens;
    }

    private static boolean halfSpaceBefore(NormalizedText text, int at) {
        int from = text.originalStart(at - 1);
        int to = text.originalStart(at);
        if (to - from < 2) {
            return false;
        }
        int found = text.original().indexOf(ZWNJ, from);
        return found >= 0 && found < to;
    }

    private void add(int start, int end, boolean joinedToLast, Clitics clitics) {
        if (start == end) {
            return;
        }
        if (joinedToLast && size > 0) {
            Suffix suffix =
                    clitics.joinedSuffix(text.key(), start, end, text.key().charAt(start - 1));
            if (suffix != Suffix.NONE) {
                suffixes[size - 1] = suffixes[size - 1] == Suffix.DERIVED ? Suffix.DERIVED : suffix;
                fullEnds[size - 1] = end;
                return;
            }
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            fullEnds = Arrays.copyOf(fullEnds, size * 2);
            suffixes = Arrays.copyOf(suffixes, size * 2);
            joined = Arrays.copyOf(joined, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        fullEnds[size] = end;
        suffixes[size] = Suffix.NONE;
        joined[size] = joinedToLast;
        size++;
    }

    /** The text in which the words stand. */
    public NormalizedText text() {
        return text;
    }

    /** The number of words. */
    public int size() {
        return size;
    }

    /** Where the word begins. */
    public int start(int token) {
        return starts[token];
    }

    /** Where the word ends, without what a half-space attaches to it. */
    public int end(int token) {
        return ends[token];
    }

    /** Where the word ends with what a half-space attaches to it. */
    public int fullEnd(int token) {
        return fullEnds[token];
    }

    /** What a half-space attaches to the word. */
    public Suffix suffix(int token) {
        return suffixes[token];
    }

    /** Whether a half-space attaches the word to the one before it. */
    public boolean isJoined(int token) {
        return joined[token];
    }

    /** Whether the space of the key at the given index stands for a new line of the original. */
    private boolean breaksLine(int at) {
        int end = text.originalEnd(at);
        for (int i = text.originalStart(at); i < end; i++) {
            if (text.original().charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a phrase may run on from the word before into the given one: only spaces, hyphens,
     * apostrophes or the dots of an abbreviation stand between them.
     */
    public boolean flowsInto(int token) {
        String key = text.key();
        if (token == 0) {
            return false;
        }
        for (int i = fullEnds[token - 1]; i < starts[token]; i++) {
            char c = key.charAt(i);
            boolean abbreviation = c == '.' && i + 1 == starts[token];
            boolean gap = c == ' ' || c == NO_BREAK_SPACE || c == '-' || c == '\'' || c == APOSTROPHE || abbreviation;
            if (!gap || (c == ' ' && breaksLine(i))) {
                return false;
            }
        }
        return isOnOneLine(fullEnds[token - 1] - 1, starts[token]);
    }

    /** A key may have a space where the original begins a new line. */
    private boolean isOnOneLine(int lastKey, int nextKey) {
        for (int i = text.originalEnd(lastKey); i < text.originalStart(nextKey); i++) {
            if (text.original().charAt(i) == '\n') {
                return false;
            }
        }
        return true;
    }

    /** The word with what a half-space attaches to it, for readers; matching does not need it. */
    public String word(int token) {
        return text.key().substring(starts[token], fullEnds[token]);
    }

    /** The range of the original text that the given range of the match key came from. */
    public Span span(int textIndex, int keyStart, int keyEnd) {
        return new Span(textIndex, text.originalStart(keyStart), text.originalEnd(keyEnd - 1));
    }
}
