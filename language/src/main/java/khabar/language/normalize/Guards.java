package khabar.language.normalize;

import khabar.language.script.Chars;

/** Finds stretches that no rule may touch: addresses, hashtags, mentions and code. */
final class Guards {
    private static final String WWW = "www.";
    /** What ends an address although it is visible. */
    private static final String ADDRESS_ENDS = "<>\"`\u00ab\u00bb\u201c\u201d\u060c\u061b\u061f";

    private Guards() {}

    /** The end of the guarded stretch that begins at {@code at}; {@code at} or one more if there is none. */
    static int end(char[] text, int at, int length) {
        return switch (text[at]) {
            case '#', '@' -> tagEnd(text, at + 1, length);
            case ':' ->
                at + 2 < length && text[at + 1] == '/' && text[at + 2] == '/' ? addressEnd(text, at, length) : at;
            case 'w' -> startsWith(text, at, length) ? addressEnd(text, at, length) : at;
            case '`' -> codeEnd(text, at, length);
            default -> at;
        };
    }

    private static boolean startsWith(char[] text, int at, int length) {
        boolean found = at + WWW.length() < length;
        for (int i = 0; found && i < WWW.length(); i++) {
            found = text[at + i] == WWW.charAt(i);
        }
        return found;
    }

    private static int tagEnd(char[] text, int from, int length) {
        int end = from;
        while (end < length && isTagPart(text, end, from)) {
            end++;
        }
        return end;
    }

    /** What is invisible or a mark neither ends a tag nor begins one. */
    private static boolean isTagPart(char[] text, int at, int from) {
        char c = text[at];
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || c == Chars.NOT_SIGN) {
            return at > from;
        }
        return c == '_' || isLetterOrDigit(c) || (Character.isISOControl(c) && !isLineOrTab(c));
    }

    private static boolean isLineOrTab(char c) {
        return (c >= '\t' && c <= '\r') || c == Chars.NEXT_LINE;
    }

    /** Letters and digits, and the signs that become letters. */
    private static boolean isLetterOrDigit(char c) {
        return Character.isLetterOrDigit(c) || KeyFolding.isArabicForm(c);
    }

    private static int addressEnd(char[] text, int at, int length) {
        int end = at;
        while (end < length && isAddressPart(text[end])) {
            end++;
        }
        return end;
    }

    private static boolean isAddressPart(char c) {
        if (isInvisible(c)) {
            return true;
        }
        return c > ' '
                && c != Chars.DELETE
                && ADDRESS_ENDS.indexOf(c) < 0
                && (c < Chars.DELETE || isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    /** What the cleaned text does not show, so that the address goes on behind it. */
    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT
                || c == Chars.NOT_SIGN
                || (Character.isISOControl(c) && !isLineOrTab(c));
    }

    private static int codeEnd(char[] text, int at, int length) {
        for (int i = at + 1; i < length; i++) {
            char c = text[i];
            if (c == '`') {
                return i + 1;
            }
            if (c < ' ' || Character.isSurrogate(c)) {
                return at;
            }
        }
        return at;
    }
}
