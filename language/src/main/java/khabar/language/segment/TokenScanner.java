package khabar.language.segment;

import khabar.language.script.Chars;
import khabar.language.script.LetterNames;

/** Cuts a text into tokens, from left to right, in one pass. */
final class TokenScanner {
    /** Between figures these belong to the number: stop, comma, slash, colon and the Arabic separators. */
    private static final String SEPARATORS = ".,/:\u066b\u066c";

    private static final String APOSTROPHES = "'\u2019";

    private final String text;
    private final int length;
    private final TokenList tokens;

    TokenScanner(String text) {
        this.text = text;
        this.length = text.length();
        this.tokens = new TokenList(text);
    }

    TokenList scan() {
        int i = 0;
        while (i < length) {
            int c = text.codePointAt(i);
            i = Character.isWhitespace(c) || Character.isSpaceChar(c) ? i + Character.charCount(c) : token(i, c);
        }
        return tokens;
    }

    private int token(int start, int c) {
        int address = Addresses.end(text, start);
        if (address > start) {
            return add(start, address, TokenKind.ADDRESS);
        }
        if ((c == '#' || c == '@') && isWordPart(start + 1)) {
            return add(start, wordEnd(start + 1), TokenKind.TAG);
        }
        if (Character.isDigit(c)) {
            return number(start);
        }
        if (Character.isLetter(c)) {
            int abbreviation = abbreviationEnd(start);
            return abbreviation > start
                    ? add(start, abbreviation, TokenKind.ABBREVIATION)
                    : add(start, wordEnd(start), TokenKind.WORD);
        }
        return sign(start, c);
    }

    private int add(int start, int end, TokenKind kind) {
        tokens.add(start, end, kind);
        return end;
    }

    private int number(int start) {
        int end = digitsEnd(start);
        while (end + 1 < length && SEPARATORS.indexOf(text.charAt(end)) >= 0 && isDigit(end + 1)) {
            end = digitsEnd(end + 1);
        }
        boolean word = end < length && Character.isLetter(text.charAt(end)) && !Chars.isArabicLetter(text.charAt(end));
        return word ? add(start, wordEnd(end), TokenKind.WORD) : add(start, end, TokenKind.NUMBER);
    }

    private int digitsEnd(int from) {
        int i = from;
        while (isDigit(i)) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private boolean isDigit(int i) {
        return i < length && Character.isDigit(text.codePointAt(i));
    }

    private int wordEnd(int from) {
        int i = from;
        while (isWordPart(i) || isApostrophe(i)) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private boolean isWordPart(int i) {
        if (i >= length) {
            return false;
        }
        int c = text.codePointAt(i);
        return Character.isLetterOrDigit(c) || isMark(c) || c == '_' || isJoiner(i, c);
    }

    /** Whether a half-space or a joiner stands before a letter. */
    private boolean isJoiner(int i, int c) {
        return (c == Chars.ZWNJ || c == Chars.ZWJ) && i + 1 < length && Character.isLetter(text.codePointAt(i + 1));
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private boolean isApostrophe(int i) {
        return i > 0
                && i + 1 < length
                && APOSTROPHES.indexOf(text.charAt(i)) >= 0
                && isForeignLetter(text.charAt(i - 1))
                && isForeignLetter(text.charAt(i + 1));
    }

    private static boolean isForeignLetter(char c) {
        return Character.isLetter(c) && !Chars.isArabicLetter(c);
    }

    /**
     * The end of two or more single letters, or names of letters, with dots between them. The last dot belongs to them, too, but
     * not where a line ends: there it ends the sentence.
     */
    private int abbreviationEnd(int start) {
        int end = start;
        int letters = 0;
        for (int unit = unitEnd(end); unit > end; unit = unitEnd(end)) {
            letters++;
            end = unit;
            if (end >= length || text.charAt(end) != '.') {
                break;
            }
            end++;
        }
        if (letters < 2) {
            return start;
        }
        boolean dotted = text.charAt(end - 1) == '.';
        boolean named = dotted && isWordPart(end - 3);
        return dotted && (named || isLineEnd(end)) ? end - 1 : end;
    }

    /** The end of a letter that stands alone, or of the name of one; the place itself where there is none. */
    private int unitEnd(int i) {
        if (i >= length || !Character.isLetter(text.charAt(i))) {
            return i;
        }
        int end = wordEnd(i);
        return end == i + 1 || LetterNames.isOne(text.substring(i, end)) ? end : i;
    }

    private boolean isLineEnd(int i) {
        return i >= length || text.charAt(i) == '\n';
    }

    private int sign(int start, int c) {
        int end = start + Character.charCount(c);
        if (!isPunctuation(c)) {
            while (end < length && isMark(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            return add(start, end, TokenKind.SYMBOL);
        }
        while (end < length && text.codePointAt(end) == c && isRepeated(c)) {
            end += Character.charCount(c);
        }
        return add(start, end, TokenKind.PUNCTUATION);
    }

    private static boolean isRepeated(int c) {
        return "().[]{}\u00ab\u00bb\"".indexOf(c) < 0 || c == '.';
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
