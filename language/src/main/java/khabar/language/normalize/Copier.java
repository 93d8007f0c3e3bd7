package khabar.language.normalize;

import khabar.language.script.Chars;

/** Writes the cleaned text and the match key in one pass, since most characters are simply copied into both. */
final class Copier {
    /** Stands in a table of pairs for what is more than a character for a character in one of the forms. */
    private static final int SPECIAL = -1;

    private final char[] source;
    private final int length;
    private final Cleaner cleaner;
    private final KeyFolder folder;
    private final Tape cleaned;
    private final Tape key;
    private final int[] pairs;

    Copier(Workspace workspace, Cleaner cleaner, KeyFolder folder) {
        this.source = workspace.source();
        this.length = workspace.length();
        this.cleaner = cleaner;
        this.folder = folder;
        this.cleaned = cleaner.tape();
        this.key = folder.tape();
        this.pairs = cleaner.pairs();
    }

    /** For each UTF-16 code unit what it becomes in the match key, above what it becomes in the cleaned text. */
    static int[] pairs(CharTable display) {
        char[] keys = KeyFolding.TABLE.plain;
        int[] pairs = new int[display.plain.length];
        for (int c = 0; c < pairs.length; c++) {
            char d = display.plain[c];
            // What becomes the same in the cleaned text has the same pair, so that pairs can be compared in its stead.
            boolean plain = keys[c] != CharTable.SPECIAL && d != CharTable.SPECIAL && keys[c] == keys[d];
            pairs[c] = plain ? keys[c] << Character.SIZE | d : SPECIAL;
        }
        return pairs;
    }

    /** Writes both forms. */
    void copy() {
        int at = 0;
        while (at < length) {
            at = cleaner.isSettling() ? at : copyPlain(at);
            if (at < length && isWithinWord(at)) {
                cleaned.copy(Chars.ZWNJ, at++);
            } else if (at < length) {
                at = oneByOne(at);
            }
        }
        cleaner.finish();
    }

    /**
     * Whether the character is a half-space between letters, of those after which it can be seen, which the cleaned
     * text keeps and the key leaves out with nothing beside it: few others are as frequent and not simply copied.
     */
    private boolean isWithinWord(int at) {
        if (source[at] != Chars.ZWNJ || at + 1 == length || !Chars.joinsForward(cleaned.last())) {
            return false;
        }
        int next = pairs[source[at + 1]];
        return next != SPECIAL
                && Chars.isArabicLetter((char) next)
                && (key.last() != Chars.HEH || next >>> Character.SIZE != Chars.FARSI_YEH);
    }

    /** Takes a character into both forms, and more where one of them takes several together. */
    private int oneByOne(int at) {
        int cleanedTo = cleaner.take(at);
        int foldedTo = folder.take(at);
        while (cleanedTo != foldedTo) {
            if (cleanedTo < foldedTo) {
                cleanedTo = cleaner.take(cleanedTo);
            } else {
                foldedTo = folder.take(foldedTo);
            }
        }
        return cleanedTo;
    }

    /** Copies as {@link Tape#copyPlain} does, to both tapes. */
    private int copyPlain(int from) {
        char last = cleaned.length() == 0 ? ' ' : cleaned.last();
        // Words end where nobody can foresee: one rare condition is much faster than one for each space.
        if (source[from] == ' ' && (last <= ' ' || key.last() <= ' ')) {
            return from;
        }
        int end = length;
        char[] in = source;
        int[] table = pairs;
        char[] out = cleaned.room(end - from);
        char[] keyOut = key.room(end - from);
        int toCleaned = cleaned.length() - from;
        int toKey = key.length() - from;
        int lastPair = table[last];
        int i = from;
        for (; i < end; i++) {
            int pair = table[in[i]];
            if (pair == SPECIAL || pair == lastPair && isTooMuch((char) pair, out, i + toCleaned - 2)) {
                break;
            }
            out[i + toCleaned] = (char) pair;
            keyOut[i + toKey] = (char) (pair >>> Character.SIZE);
            lastPair = pair;
        }
        if (i > from) {
            cleaned.copied(from, i);
            key.copied(from, i);
        }
        return i;
    }

    /** Whether a second character of the kind is too much, or the third one, given where the first would be. */
    private static boolean isTooMuch(char c, char[] written, int first) {
        return c == ' ' || first >= 0 && written[first] == c;
    }
}
