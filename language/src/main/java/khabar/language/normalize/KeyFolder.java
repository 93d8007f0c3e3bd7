package khabar.language.normalize;

import khabar.language.script.Chars;
import org.jspecify.annotations.Nullable;

/**
 * Writes the match key of one text in one pass. The key follows from the characters alone and never
 * from a word list, so that a name cut out of a text has the same key as it has in the text.
 */
final class KeyFolder {
    private static final CharTable TABLE = KeyFolding.TABLE;
    private static final byte[] KINDS = TABLE.kinds;
    private static final char[] BECOMES = TABLE.becomes;

    private final char[] source;
    private final int length;
    private final Tape tape;
    /** What was asked last of {@link #visibleAt}, and its answer, which holds for all between: runs may be long. */
    private int askedFrom;

    private int visible = -1;

    KeyFolder(Workspace workspace) {
        this.source = workspace.source();
        this.length = workspace.length();
        this.tape = workspace.newKey();
    }

    Tape fold() {
        int i = 0;
        while (i < length) {
            i = tape.copyPlain(source, i, length, TABLE);
            if (i < length) {
                i = take(i);
            }
        }
        return tape;
    }

    /** Takes the character at the offset, perhaps with one after it; returns the offset of the next. */
    int take(int at) {
        char c = source[at];
        if (KINDS[c] != CharTable.PLAIN) {
            return special(c, at);
        }
        tape.copy(BECOMES[c], at);
        return at + 1;
    }

    /** What is written, the match key. */
    Tape tape() {
        return tape;
    }

    private int special(char c, int at) {
        switch (KINDS[c]) {
            case CharTable.SPACE -> space(at);
            case CharTable.LONE_HAMZA -> {
                if (tape.last() != Chars.ALEF) {
                    tape.copy(c, at);
                }
            }
            case CharTable.MARK -> mark(c, at);
            case CharTable.LENGTHENER -> lengthener(at);
            case CharTable.EXPAND -> expand(TABLE.expansion(c), at, at + 1);
            case CharTable.SURROGATE -> {
                return surrogate(c, at);
            }
            case CharTable.HALF_SPACE -> {
                return halfSpace(at);
            }
            default -> {
                // Dropped.
            }
        }
        return at + 1;
    }

    private void space(int at) {
        if (tape.last() == ' ') {
            tape.replaceLast(' ', at + 1);
        } else {
            tape.copy(' ', at);
        }
    }

    /**
     * Drops a half-space and, after Heh, the Yeh of the ezafe behind it: what others write as a small
     * Hamza, or not at all. Returns the offset of what comes next.
     */
    private int halfSpace(int at) {
        if (tape.last() == Chars.HEH) {
            int yeh = visibleAt(at + 1);
            if (yeh < length && BECOMES[source[yeh]] == Chars.FARSI_YEH && !Chars.isWordPart(nextVisible(yeh + 1))) {
                return yeh + 1;
            }
        }
        return at + 1;
    }

    private void mark(char c, int at) {
        char merged = KeyFolding.merge(tape.last(), c);
        if (merged != 0) {
            tape.replaceLast(merged, at + 1);
        }
    }

    /** A kashida that touches no letter is a dash, and a run of them is one dash. */
    private void lengthener(int at) {
        boolean inRun = at > 0 && source[at - 1] == Chars.KASHIDA;
        if (!inRun && !isLetter(tape.last()) && !isLetter(nextVisible(at + 1))) {
            tape.copy('-', at);
        }
    }

    private static boolean isLetter(char c) {
        return Chars.isWordPart(c) || Character.isLetter(c);
    }

    private void expand(@Nullable String expansion, int start, int end) {
        if (expansion == null) {
            return;
        }
        for (int i = 0; i < expansion.length(); i++) {
            char c = expansion.charAt(i);
            if (KINDS[c] == CharTable.SPACE && tape.last() == ' ') {
                continue;
            }
            if (KINDS[c] != CharTable.LONE_HAMZA || tape.last() != Chars.ALEF) {
                tape.put(c, start, end);
            }
        }
    }

    private int surrogate(char c, int at) {
        if (!Character.isHighSurrogate(c) || at + 1 >= length || !Character.isLowSurrogate(source[at + 1])) {
            tape.copy(Chars.REPLACEMENT, at);
            return at + 1;
        }
        int codePoint = Character.toCodePoint(c, source[at + 1]);
        if (Character.isDigit(codePoint)) {
            tape.put(Character.forDigit(Character.digit(codePoint, 10), 10), at, at + 2);
        } else if (Character.isLetter(codePoint)) {
            expand(KeyFolding.fold(TABLE, Character.toString(codePoint)), at, at + 2);
        } else {
            tape.put(c, at, at + 2);
            tape.put(source[at + 1], at, at + 2);
        }
        return at + 2;
    }

    private char nextVisible(int from) {
        int at = visibleAt(from);
        if (at == length) {
            return 0;
        }
        String expansion = TABLE.expansion(source[at]);
        return expansion == null ? BECOMES[source[at]] : expansion.charAt(0);
    }

    /** The offset of the first character that is neither dropped nor a mark, a half-space or a kashida. */
    private int visibleAt(int from) {
        if (from < askedFrom || from > visible) {
            askedFrom = from;
            visible = from;
            while (visible < length && isPassedOver(KINDS[source[visible]])) {
                visible++;
            }
        }
        return visible;
    }

    private static boolean isPassedOver(byte kind) {
        return kind == CharTable.DROP
                || kind == CharTable.MARK
                || kind == CharTable.HALF_SPACE
                || kind == CharTable.LENGTHENER;
    }
}
