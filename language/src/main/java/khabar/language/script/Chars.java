package khabar.language.script;

import khabar.language.word.WordReader;

/** Characters by name, and what the Arabic script says of them. */
public final class Chars {
    public static final char ZWNJ = '\u200c';
    public static final char ZWJ = '\u200d';
    public static final char ZERO_WIDTH_SPACE = '\u200b';
    public static final char SOFT_HYPHEN = '\u00ad';
    public static final char BYTE_ORDER_MARK = '\ufeff';
    public static final char ARABIC_LETTER_MARK = '\u061c';
    /** Old converters wrote the half-space of other encodings as this. */
    public static final char NOT_SIGN = '\u00ac';

    public static final char NEXT_LINE = '\u0085';
    public static final char LINE_SEPARATOR = '\u2028';
    public static final char PARAGRAPH_SEPARATOR = '\u2029';
    public static final char REPLACEMENT = '\ufffd';
    public static final char DELETE = '\u007f';

    public static final char HAMZA = '\u0621';
    public static final char ALEF_MADDA = '\u0622';
    public static final char ALEF_HAMZA_ABOVE = '\u0623';
    public static final char WAW_HAMZA = '\u0624';
    public static final char ALEF_HAMZA_BELOW = '\u0625';
    public static final char YEH_HAMZA = '\u0626';
    public static final char ALEF = '\u0627';
    public static final char TEH_MARBUTA = '\u0629';
    public static final char KASHIDA = '\u0640';
    public static final char ARABIC_KAF = '\u0643';
    public static final char HEH = '\u0647';
    public static final char WAW = '\u0648';
    public static final char ALEF_MAKSURA = '\u0649';
    public static final char ARABIC_YEH = '\u064a';
    public static final char MADDA_ABOVE = '\u0653';
    public static final char HAMZA_ABOVE = '\u0654';
    public static final char HAMZA_BELOW = '\u0655';
    public static final char SUPERSCRIPT_ALEF = '\u0670';
    public static final char ALEF_WASLA = '\u0671';
    public static final char SWASH_KAF = '\u06aa';
    public static final char KEHEH = '\u06a9';
    public static final char HEH_DOACHASHMEE = '\u06be';
    public static final char HEH_WITH_YEH = '\u06c0';
    public static final char HEH_GOAL = '\u06c1';
    public static final char HEH_GOAL_HAMZA = '\u06c2';
    public static final char FARSI_YEH = '\u06cc';
    public static final char KURDISH_AE = '\u06d5';

    public static final char ARABIC_ZERO = '\u0660';
    public static final char PERSIAN_ZERO = '\u06f0';

    public static final char ARABIC_COMMA = '\u060c';
    public static final char ARABIC_SEMICOLON = '\u061b';
    public static final char ARABIC_QUESTION = '\u061f';
    public static final char LEFT_GUILLEMET = '\u00ab';
    public static final char RIGHT_GUILLEMET = '\u00bb';
    public static final char LEFT_QUOTE = '\u201c';
    public static final char RIGHT_QUOTE = '\u201d';
    public static final char LOW_QUOTE = '\u201e';
    public static final char ELLIPSIS = '\u2026';
    public static final char EN_DASH = '\u2013';
    public static final char BREVE = '\u0306';
    public static final char CYRILLIC_I = '\u0438';
    public static final char CYRILLIC_SHORT_I = '\u0439';

    public static final char FIRST_ARABIC = '\u0620';
    public static final char LAST_ARABIC = '\u06ff';
    private static final int ARABIC_BLOCK = FIRST_ARABIC >> Byte.SIZE;
    private static final int BYTE = 0xff;

    /** Letters that never join to the letter after them (Unicode joining types R and U). */
    private static final String NOT_JOINING = "\u0621\u0622\u0623\u0624\u0625\u0627\u0629\u062f\u0630\u0631\u0632\u0648"
            + "\u0671\u0672\u0673\u0674\u0675\u0676\u0677\u0688\u0689\u068a\u068b\u068c\u068d\u068e\u068f\u0690"
            + "\u0691\u0692\u0693\u0694\u0695\u0696\u0697\u0698\u0699\u06c0\u06c3\u06c4\u06c5\u06c6\u06c7\u06c8"
            + "\u06c9\u06ca\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef";

    private static final byte LETTER = 1;
    private static final byte JOINS = 2;
    private static final byte MARK = 4;
    private static final byte[] ARABIC = arabic();

    private Chars() {}

    /** Whether this is a letter of the Arabic block; kashida is none. */
    public static boolean isArabicLetter(char c) {
        return c >> Byte.SIZE == ARABIC_BLOCK && (ARABIC[c & BYTE] & LETTER) != 0;
    }

    /** Whether this letter joins to the one after it, so that a half-space between them can be seen. */
    public static boolean joinsForward(char c) {
        return c >> Byte.SIZE == ARABIC_BLOCK && (ARABIC[c & BYTE] & JOINS) != 0;
    }

    /** Whether this is a vowel sign or another mark of the Arabic block. */
    public static boolean isArabicMark(char c) {
        return c >> Byte.SIZE == ARABIC_BLOCK && (ARABIC[c & BYTE] & MARK) != 0;
    }

    /** Whether this can stand within an Arabic-script word: letter, mark or half-space. */
    public static boolean isWordPart(char c) {
        return c >> Byte.SIZE == ARABIC_BLOCK ? ARABIC[c & BYTE] != 0 : c == ZWNJ;
    }

    /**
     * The bytes of words of the Arabic script for a {@link WordReader}: one for each letter and for the
     * half-space; marks, with which a word must be looked at more closely, are rare.
     */
    public static byte[] arabicWords() {
        byte[] codes = new byte[Character.MAX_VALUE + 1];
        codes[ZWNJ] = (byte) (2 + LAST_ARABIC - FIRST_ARABIC);
        for (char c = FIRST_ARABIC; c <= LAST_ARABIC; c++) {
            if (isArabicLetter(c)) {
                codes[c] = (byte) (1 + c - FIRST_ARABIC);
            } else if (isWordPart(c)) {
                codes[c] = WordReader.RARE;
            }
        }
        return codes;
    }

    private static byte[] arabic() {
        byte[] flags = new byte[BYTE + 1];
        for (char c = FIRST_ARABIC; c <= LAST_ARABIC; c++) {
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                flags[c & BYTE] = MARK;
            } else if (Character.isLetter(c) && c != KASHIDA) {
                flags[c & BYTE] = (byte) (NOT_JOINING.indexOf(c) >= 0 ? LETTER : LETTER | JOINS);
            }
        }
        return flags;
    }
}
