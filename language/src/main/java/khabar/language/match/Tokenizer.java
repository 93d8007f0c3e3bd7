package khabar.language.match;

import khabar.language.normalize.NormalizedText;
import org.jspecify.annotations.Nullable;

/** Goes through a match key once and adds its words. */
final class Tokenizer {
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char APOSTROPHE = '\u2019';
    private final Vocabulary words;
    private final Tokens tokens;
    private final String key;
    private final char[] letters;
    private final int[] halfSpaces;
    private final int[] lineBreaks;
    private final Signature signature = new Signature();
    private int nextHalfSpace;
    private int nextLineBreak;

    Tokenizer(NormalizedText text, Vocabulary words, Tokens tokens) {
        this.words = words;
        this.tokens = tokens;
        key = text.key();
        letters = key.toCharArray();
        halfSpaces = text.halfSpaces();
        lineBreaks = text.lineBreaks();
    }

    void read() {
        int at = 0;
        while (at < letters.length) {
            at = Signature.isWordPart(letters[at]) ? word(at) : at + 1;
        }
    }

    /** Adds the words that begin here and hang together by half-spaces; returns the end of the last. */
    private int word(int from) {
        int start = from;
        boolean joined = false;
        int end = signature.read(letters, start, halfSpaceAfter(start));
        while (end < letters.length && Signature.isWordPart(letters[end])) {
            add(start, end, joined);
            start = end;
            joined = true;
            end = signature.read(letters, start, halfSpaceAfter(start));
        }
        add(start, end, joined);
        return end;
    }

    /** The first place after the given one where the original has a half-space, or the end. */
    private int halfSpaceAfter(int at) {
        while (nextHalfSpace < halfSpaces.length && halfSpaces[nextHalfSpace] <= at) {
            nextHalfSpace++;
        }
        return nextHalfSpace < halfSpaces.length ? halfSpaces[nextHalfSpace] : letters.length;
    }

    private void add(int start, int end, boolean joined) {
        @Nullable Form form = tokens.hasForms() ? words.form(letters, start, end, signature) : null;
        int last = tokens.size() - 1;
        if (joined && last >= 0) {
            Suffix suffix = form == null
                    ? words.clitics().joinedSuffix(key, start, end, letters[start - 1])
                    : form.joinedTo(letters[start - 1]);
            if (suffix != Suffix.NONE) {
                tokens.addSuffix(suffix, end, form == null ? null : fullForm(tokens.start(last), end));
                return;
            }
        }
        tokens.add(start, end, form, joined, last >= 0 && flows(tokens.fullEnd(last), start));
    }

    private Form fullForm(int start, int end) {
        signature.read(letters, start, end);
        return words.form(letters, start, end, signature);
    }

    /** Whether a phrase may run on over what stands between the end of a word and the start of the next. */
    private boolean flows(int end, int start) {
        while (nextLineBreak < lineBreaks.length && lineBreaks[nextLineBreak] < end) {
            nextLineBreak++;
        }
        if (nextLineBreak < lineBreaks.length && lineBreaks[nextLineBreak] < start) {
            return false;
        }
        for (int i = end; i < start; i++) {
            char c = letters[i];
            boolean abbreviation = c == '.' && i + 1 == start;
            if (c != ' ' && c != NO_BREAK_SPACE && c != '-' && c != '\'' && c != APOSTROPHE && !abbreviation) {
                return false;
            }
        }
        return true;
    }
}
