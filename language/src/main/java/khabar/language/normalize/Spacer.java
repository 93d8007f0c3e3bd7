package khabar.language.normalize;

import java.util.Set;
import khabar.language.halfspace.HalfSpaces;
import khabar.language.script.Chars;
import khabar.language.script.LetterNames;

/** Sets the spaces about Persian punctuation, and puts the half-spaces that were found in place. */
final class Spacer {
    private static final String STOPS = ".:!\u060c\u061b\u061f";
    private static final String CLOSERS = ")]}\u00bb";
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

    private static final String PERCENT = "%\u066a";
    private static final String OPENERS = "([{\u00ab";

    /** Of what words and the spaces between them consist. */
    private static final boolean[] PLAIN = plain();

    private final char[] text;
    private final int length;
    private final int[] guarded;
    private final int[] halfSpaces;
    private final boolean punctuation;
    private final boolean spacing;
    private final Tape tape;
    private int nextGuard;
    private int nextHalfSpace;

    Spacer(Workspace workspace, int[] guarded, int[] halfSpaces, Profile profile) {
        Tape cleaned = workspace.cleaned();
        this.text = cleaned.chars();
        this.length = cleaned.length();
        this.guarded = guarded;
        this.halfSpaces = halfSpaces;
        this.punctuation = profile.has(Rule.PUNCTUATION);
        this.spacing = profile.has(Rule.SPACING);
        this.tape = workspace.newSpaced();
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[Character.MAX_VALUE + 1];
        for (int c = 0; c < plain.length; c++) {
            plain[c] = c == ' ' || Chars.isWordPart((char) c);
        }
        return plain;
    }

    /** The finished text, with offsets into the cleaned one. */
    Tape set() {
        int i = 0;
        while (i < length) {
            int end = plainEnd(i);
            if (end > i) {
                tape.copyAll(text, i, end);
                i = end;
            } else if (nextGuard < guarded.length && i == guarded[nextGuard]) {
                tape.copyAll(text, i, guarded[nextGuard + 1]);
                i = guarded[nextGuard + 1];
                nextGuard += 2;
            } else {
                i = step(i);
            }
        }
        return tape;
    }

    /** The end of words with single spaces between them, up to the next place where something is to be done. */
    private int plainEnd(int from) {
        int stop = length;
        if (nextGuard < guarded.length) {
            stop = Math.min(stop, guarded[nextGuard]);
        }
        if (nextHalfSpace < halfSpaces.length) {
            stop = Math.min(stop, halfSpaces[nextHalfSpace] >> HalfSpaces.KIND_BITS);
        }
        if (text[from] == ' ') {
            return from;
        }
        int i = from;
        while (i < stop && PLAIN[text[i]]) {
            i++;
        }
        // A space before what is no word is looked at for itself.
        return i > from && text[i - 1] == ' ' ? i - 1 : i;
    }

    private int step(int i) {
        char c = text[i];
        if (nextHalfSpace < halfSpaces.length && i == halfSpaces[nextHalfSpace] >> HalfSpaces.KIND_BITS) {
            int kind = halfSpaces[nextHalfSpace++] & HalfSpaces.REPLACE + HalfSpaces.REMOVE;
            if (kind == HalfSpaces.INSERT) {
                tape.put(Chars.ZWNJ, i, i);
            } else {
                if (kind == HalfSpaces.REPLACE) {
                    tape.copy(Chars.ZWNJ, i);
                }
                return i + 1;
            }
        }
        if (Chars.isWordPart(c)) {
            tape.copy(c, i);
            return i + 1;
        }
        return other(c, i);
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
        if (OPENERS.indexOf(before) >= 0) {
            return isPersian(after);
        }
        if (!isPersian(before) && CLOSERS.indexOf(before) < 0) {
            return false;
        }
        if (CLOSERS.indexOf(after) >= 0 || isDigit(before) && PERCENT.indexOf(after) >= 0) {
            return true;
        }
        if (isDigit(before) && after == ':' && isDigit(at(i + 3))) {
            return false;
        }
        return STOPS.indexOf(after) >= 0 && endsClause(i + 2);
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
        return c == ' ' || c == '\n' || Chars.isArabicLetter(c) || CLOSERS.indexOf(c) >= 0 && c != ')';
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
