package khabar.language.script;

/** How the characters of a text count in words, when these are weighed. */
final class Folding {
    static final char FIRST_ARABIC = '\u0600';
    static final int ARABIC_BLOCK = FIRST_ARABIC >> Byte.SIZE;
    static final int BYTE = 0xff;
    /** Stands in {@link #ARABIC_LETTERS} for a letter that speaks for a language by itself. */
    static final int TELLS = 1 << 9;
    /** Stands there for an Alef with a Hamza. */
    static final int HAMZA_ON_ALEF = 1 << 10;

    private static final int LETTER = 1 << 8;

    /** For each letter of the Arabic block the lower byte of what it counts as, and bits; 0 for others. */
    static final int[] ARABIC_LETTERS = arabicLetters();

    private Folding() {}

    private static int[] arabicLetters() {
        int[] entries = new int[BYTE + 1];
        for (char c = FIRST_ARABIC; c <= FIRST_ARABIC + BYTE; c++) {
            if (Chars.isArabicLetter(c)) {
                char folded = switch (c) {
                    case Chars.ARABIC_YEH, Chars.ALEF_MAKSURA -> Chars.FARSI_YEH;
                    case Chars.ARABIC_KAF -> Chars.KEHEH;
                    case Chars.ALEF_HAMZA_ABOVE, Chars.ALEF_HAMZA_BELOW, Chars.ALEF_WASLA -> Chars.ALEF;
                    default -> c;
                };
                boolean hamza = folded == Chars.ALEF && c != Chars.ALEF;
                entries[c & BYTE] =
                        LETTER | folded & BYTE | (Cues.tells(folded) ? TELLS : 0) | (hamza ? HAMZA_ON_ALEF : 0);
            }
        }
        return entries;
    }

    /** Whether the character ends a word and does nothing else, whatever follows it; a colon may do more. */
    static boolean endsWord(char c) {
        if (c <= ' ') {
            return c == ' ' || c >= '\t' && c <= '\r';
        }
        return !isForm(c) && !Character.isSurrogate(c) && !Character.isLetter(c) && !isMark(c) && !isInvisible(c);
    }

    /** Whether this is a presentation form of Arabic letters. */
    static boolean isForm(char c) {
        return c >= '\ufb50' && c <= '\ufefc';
    }

    static boolean isMark(char c) {
        return c >= '\u0300' && c <= '\u06ed' && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    static boolean isInvisible(char c) {
        return c == Chars.KASHIDA
                || c == Chars.NOT_SIGN
                || (c >= '\u007f' && c < '\u00a0' && c != '\u0085')
                || Character.getType(c) == Character.FORMAT;
    }
}
