package khabar.language.match;

import khabar.language.normalize.NormalizedText;
import khabar.language.word.WordReader;
import org.jspecify.annotations.Nullable;

/** Goes through a match key once and adds its words. */
final class Tokenizer {
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char APOSTROPHE = '\u2019';
    private final Vocabulary words;
    private final Tokens tokens;
    /** The characters of the text, and perhaps others after them. */
    private final char[] letters;

    private final int length;
    private final int[] halfSpaces;
    private final int[] lineBreaks;
    private final WordReader reader;
    /** Null where forms are not wanted. */
    private final @Nullable FormCache cache;

    /** The place that follows the last one asked for, found at the first question. */
    private int nextHalfSpace = -1;

    private int halfSpace = -1;
    private int nextLineBreak;
    private int lineBreak;

    Tokenizer(NormalizedText text, Vocabulary words, Tokens tokens, @Nullable FormCache cache) {
        this.words = words;
        this.tokens = tokens;
        this.cache = cache;
        letters = cache == null ? text.key().toCharArray() : cache.characters(text.key());
        length = text.key().length();
        halfSpaces = text.halfSpaces();
        lineBreaks = text.lineBreaks();
        lineBreak = lineBreak();
        reader = cache == null ? new WordReader(FormCache.LETTERS) : cache.reader();
        reader.take(letters, length);
    }

    void read() {
        int at = reader.next(0);
        while (at < length) {
            at = cache == null ? at : knownWords(at, cache);
            if (at < length) {
                at = reader.next(word(at));
            }
        }
    }

    /** Adds brief words that are kept, as long as no half-space is in one; returns where the first other one begins. */
    private int knownWords(int from, FormCache forms) {
        int at = from;
        int last = tokens.size() - 1;
        int lastEnd = last < 0 ? -1 : tokens.fullEnd(last);
        int most = halfSpaceAfter(at);
        while (at < length) {
            long eight = reader.eight(at);
            long zeros = WordReader.zeros(eight);
            int end = at + WordReader.bytesBefore(zeros);
            most = end > most ? halfSpaceAfter(at) : most;
            int form = zeros == 0 || end > most ? 0 : forms.briefForm(WordReader.before(zeros, eight));
            if (form == 0) {
                return at;
            }
            boolean flows = lastEnd >= 0 && flows(lastEnd, at);
            tokens.add(at, end, forms.form(form), forms.starts(form), false, flows);
            lastEnd = end;
            at = reader.next(end);
        }
        return at;
    }

    /** Adds the words that begin here and hang together by half-spaces; returns the end of the last. */
    private int word(int from) {
        int start = from;
        boolean joined = false;
        int end = reader.read(start, halfSpaceAfter(start));
        while (reader.isPart(end)) {
            add(start, end, joined);
            start = end;
            joined = true;
            end = reader.read(start, halfSpaceAfter(start));
        }
        add(start, end, joined);
        return end;
    }

    /** The first place after the given one where the original has a half-space, or the end. */
    private int halfSpaceAfter(int at) {
        while (halfSpace <= at) {
            nextHalfSpace++;
            halfSpace = nextHalfSpace < halfSpaces.length ? halfSpaces[nextHalfSpace] : Integer.MAX_VALUE;
        }
        return Math.min(halfSpace, length);
    }

    private int lineBreak() {
        return nextLineBreak < lineBreaks.length ? lineBreaks[nextLineBreak] : Integer.MAX_VALUE;
    }

    private void add(int start, int end, boolean joined) {
        int last = tokens.size() - 1;
        boolean flows = last >= 0 && flows(tokens.fullEnd(last), start);
        if (cache == null) {
            addBare(start, end, joined, flows);
            return;
        }
        int number = cache.form(letters, start, end);
        Form form = cache.form(number);
        if (joined) {
            Suffix suffix = form.joinedTo(letters[start - 1]);
            if (suffix != Suffix.NONE) {
                int first = tokens.start(last);
                reader.read(first, end);
                int full = cache.form(letters, first, end);
                tokens.addSuffix(suffix, end, cache.form(full), cache.starts(full));
                return;
            }
        }
        tokens.add(start, end, form, cache.starts(number), joined, flows);
    }

    private void addBare(int start, int end, boolean joined, boolean flows) {
        if (joined) {
            String part = new String(letters, start, end - start);
            Suffix suffix = words.clitics().joinedSuffix(part, 0, part.length(), letters[start - 1]);
            if (suffix != Suffix.NONE) {
                tokens.addSuffix(suffix, end);
                return;
            }
        }
        tokens.add(start, end, joined, flows);
    }

    /** Whether a phrase may run on over what stands between the end of a word and the start of the next. */
    private boolean flows(int end, int start) {
        while (lineBreak < end) {
            nextLineBreak++;
            lineBreak = lineBreak();
        }
        if (lineBreak < start) {
            return false;
        }
        if (start - end == 1 && letters[end] == ' ') {
            return true;
        }
        for (int i = end; i < start; i++) {
            char c = letters[i];
            boolean within = (c == '.' || c == '+') && i + 1 == start;
            if (c != ' ' && c != NO_BREAK_SPACE && c != '-' && c != '\'' && c != APOSTROPHE && !within) {
                return false;
            }
        }
        return true;
    }
}
