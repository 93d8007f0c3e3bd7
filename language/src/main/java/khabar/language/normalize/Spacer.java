package khabar.language.normalize;

import java.util.Set;
import khabar.language.halfspace.HalfSpaces;
import khabar.language.script.Chars;
import khabar.language.script.LetterNames;

/** Sets the spaces about Persian punctuation, and puts the half-spaces that were found in place. */
final class Spacer {
    private static final byte STOP = 1;
    private static final byte CLOSER = 1 << 1;
    private static final byte OPENER = 1 << 2;
    private static final byte PERCENT = 1 << 3;
    /** A space or an ellipsis: what they become depends on others beside them. */
    private static final byte REPEATED = 1 << 4;
    /** What each character is of these. */
    private static final byte[] SIGNS = signs();

    /** ha, ha-ye, ha-yi, i, am, and, ash, at, man, tan, shan, yi, ast, st. */
    private static final Set<String> ENDINGS = Set.of(
            "\u0647\u0627",
            "\u0647\u0627\u06cc",
            "\u0647\u0627\u06cc\u06cc",
            "\u0627\u06cc",
            "\u0627\u0645",
            "\u0627\u0646\u062f",
            "\u0627\u0634",
            "\u0627\u062a",
            "\u0645\u0627\u0646",
            "\u062a\u0627\u0646",
            "\u0634\u0627\u0646",
            "\u06cc\u06cc",
            "\u0627\u0633\u062a",
            "\u0633\u062a");

    private final char[] text;
    private final int length;
    private final int[] guarded;
    private final int[] edits;
    private final boolean halfSpaces;
    private final boolean punctuation;
    private final boolean spacing;
    private final Tape tape;
    private int nextGuard;

    Spacer(Workspace workspace, int[] guarded, int[] edits, Profile profile) {
        Tape cleaned = workspace.cleaned();
        this.text = cleaned.chars();
        this.length = cleaned.length();
        this.guarded = guarded;
        this.edits = edits;
        this.halfSpaces = profile.has(Rule.HALF_SPACES);
        this.punctuation = profile.has(Rule.PUNCTUATION);
        this.spacing = profile.has(Rule.SPACING);
        this.tape = workspace.newSpaced();
    }

    private static byte[] signs() {
        byte[] signs = new byte[Character.MAX_VALUE + 1];
        set(signs, ".:!\u060c\u061b\u061f", STOP);
        set(signs, ")]}\u00bb", CLOSER);
        set(signs, "([{\u00ab", OPENER);
        set(signs, "%\u066a", PERCENT);
        set(signs, " \u2026", REPEATED);
        return signs;
    }

    private static void set(byte[] signs, String characters, byte kind) {
        for (int i = 0; i < characters.length(); i++) {
            signs[characters.charAt(i)] = kind;
        }
    }

    private static boolean is(char c, byte kind) {
        return SIGNS[c] == kind;
    }

    /** The finished text, with offsets into the cleaned one. */
    Tape set() {
        int done = 0;
        for (int edit : edits) {
            int kind = edit & (1 << HalfSpaces.KIND_BITS) - 1;
            if (halfSpaces || kind == HalfSpaces.BETWEEN) {
                int place = edit >> HalfSpaces.KIND_BITS;
                if (kind == HalfSpaces.BETWEEN && isSet(place)) {
                    continue;
                }
                copy(done, place);
                done = kind == HalfSpaces.BETWEEN ? between(place) : halfSpace(place, kind);
            }
        }
        copy(done, length);
        return tape;
    }

    /**
     * Whether what stands between two words stays as it is, which is found out for what is most frequent there: the
     * end of a line, a sign and a space, a space and a sign.
     */
    private boolean isSet(int from) {
        if (from == 0 || from + 2 >= length || guarded.length > 0) {
            return false;
        }
        char one = text[from];
        char other = text[from + 1];
        if (one == '\n') {
            return Chars.isWordPart(other);
        }
        boolean idle = other == ' '
                ? (SIGNS[one] & (OPENER | REPEATED)) == 0
                : one == ' ' && (SIGNS[other] & (STOP | CLOSER | REPEATED)) == 0;
        return idle && Chars.isWordPart(text[from + 2]);
    }

    private void copy(int from, int end) {
        if (from < end) {
            tape.copyAll(text, from, end);
        }
    }

    /** Puts the half-space in its place; returns the offset of what comes next. */
    private int halfSpace(int i, int kind) {
        if (kind == HalfSpaces.INSERT) {
            tape.put(Chars.ZWNJ, i, i);
            return i;
        }
        if (kind == HalfSpaces.REPLACE) {
            tape.copy(Chars.ZWNJ, i);
        }
        return i + 1;
    }

    /** Takes what stands between words; returns the offset of the next word. */
    private int between(int from) {
        int i = from;
        while (i < length) {
            if (nextGuard < guarded.length && i == guarded[nextGuard]) {
                copy(i, guarded[nextGuard + 1]);
                i = guarded[nextGuard + 1];
                nextGuard += 2;
            } else if (Chars.isWordPart(text[i])) {
                break;
            } else {
                i = other(text[i], i);
            }
        }
        return i;
    }

    private int other(char c, int i) {
        if (c == ' ') {
            if (!spacing || !superfluous(i)) {
                tape.copy(c, i);
            }
            return i + 1;
        }
        if (c == '.' || c == Chars.ELLIPSIS) {
            int end = ellipsisEnd(i);
            if (end > i) {
                tape.put(Chars.ELLIPSIS, i, end);
                return end;
            }
        }
        tape.copy(c, i);
        if (spacing && missesSpaceAfter(c, i)) {
            tape.put(' ', i + 1, i + 1);
        }
        return i + 1;
    }

    /** Whether the space stands before a stop or a closing sign, or after an opening one. */
    private boolean superfluous(int i) {
        char before = tape.last();
        char after = i + 1 < length ? text[i + 1] : 0;
        if (is(before, OPENER)) {
            return isPersian(after);
        }
        if (!isPersian(before) && !is(before, CLOSER)) {
            return false;
        }
        if (is(after, CLOSER) || isDigit(before) && is(after, PERCENT)) {
            return true;
        }
        if (isDigit(before) && after == ':' && isDigit(at(i + 3))) {
            return false;
        }
        return is(after, STOP) && endsClause(i + 2);
    }

    private char at(int i) {
        return i < length ? text[i] : 0;
    }

    /** Whether a stop before this place is followed by what may follow a stop: not by another, not by a figure. */
    private boolean endsClause(int i) {
        if (i >= length) {
            return true;
        }
        char c = text[i];
        return c == ' ' || c == '\n' || Chars.isArabicLetter(c) || is(c, CLOSER) && c != ')';
    }

    private boolean missesSpaceAfter(char sign, int i) {
        if (i + 1 >= length || i == 0 || isGuarded(i + 1)) {
            return false;
        }
        char next = text[i + 1];
        if (sign == ':' && next == Chars.LEFT_GUILLEMET) {
            return Chars.isWordPart(text[i - 1]);
        }
        return switch (sign) {
            case Chars.RIGHT_GUILLEMET -> Chars.isArabicLetter(next) && !isEnding(i + 1, i + 1 + wordAfter(i));
            case Chars.ARABIC_COMMA, Chars.ARABIC_SEMICOLON, Chars.ARABIC_QUESTION, '!', ':' ->
                Chars.isArabicLetter(next) && wordAfter(i) > 1 && !isDigit(text[i - 1]);
            case '.' -> wordBefore() > 1 && wordAfter(i) > 1 && !isAbbreviation(i);
            default -> false;
        };
    }

    /** Whether what touches a quotation belongs to it: a Yeh, a plural, a person, a possessive. */
    private boolean isEnding(int start, int end) {
        if (end - start == 1) {
            return text[start] != Chars.WAW;
        }
        return ENDINGS.contains(new String(text, start, end - start));
    }

    /** Whether the stop stands between the names of two letters, as in bi.bi.si. */
    private boolean isAbbreviation(int i) {
        int end = tape.length() - 1;
        return LetterNames.isOne(text, i + 1, i + 1 + wordAfter(i))
                && LetterNames.isOne(tape.chars(), end - wordBefore(), end);
    }

    /** How many letters the Persian word before the sign has that was written last. */
    private int wordBefore() {
        int end = tape.length() - 1;
        int start = end;
        while (start > 0 && Chars.isWordPart(tape.chars()[start - 1])) {
            start--;
        }
        return end - start;
    }

    /** How many letters the Persian word just after the place has. */
    private int wordAfter(int i) {
        int end = i + 1;
        while (end < length && Chars.isWordPart(text[end])) {
            end++;
        }
        return end - i - 1;
    }

    /** The end of an ellipsis that begins here, or the place itself. */
    private int ellipsisEnd(int i) {
        int end = i;
        boolean whole = false;
        while (end < length && (text[end] == '.' || text[end] == Chars.ELLIPSIS) && !isGuarded(end)) {
            whole |= text[end] == Chars.ELLIPSIS;
            end++;
        }
        return punctuation && (whole || end - i > 2) ? end : i;
    }

    private boolean isGuarded(int i) {
        return nextGuard < guarded.length && i >= guarded[nextGuard];
    }

    private static boolean isPersian(char c) {
        return Chars.isWordPart(c) || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= Chars.PERSIAN_ZERO && c <= Chars.PERSIAN_ZERO + 9);
    }
}
