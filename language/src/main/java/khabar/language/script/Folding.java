package khabar.language.script;

import java.text.Normalizer;
import java.util.Arrays;

/** How the characters of a text count in words, when these are weighed. */
final class Folding {
    static final char FIRST_ARABIC = '\u0600';
    static final int ARABIC_BLOCK = FIRST_ARABIC >> Byte.SIZE;
    static final int BYTE = 0xff;
    /** Stands in {@link #ARABIC_LETTERS} for a letter that speaks for a language by itself. */
    static final int TELLS = 1 << 9;
    /** Stands there for an Alef with a Hamza. */
    static final int HAMZA_ON_ALEF = 1 << 10;

    /** Is set in small letters of ASCII. */
    static final char CASE_BIT = ' ';

    /** So many characters after one can make a difference to what it is. */
    static final int LOOK_AHEAD = 2;

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

    /** Whether this is a letter of ASCII. */
    static boolean isLatin(char c) {
        char lower = (char) (c | CASE_BIT);
        return lower >= 'a' && lower <= 'z';
    }

    /** The end of an address that goes on at the offset. */
    static int addressEnd(char[] text, int from, int end) {
        int i = from;
        while (i < end && text[i] > ' ' && text[i] < '\u007f') {
            i++;
        }
        return i;
    }

    /**
     * Whether the first characters of a text count as those of another one do, or as its first ones if the text goes
     * on: letters of the Arabic block may differ that count as the same, signs between words, and what is invisible.
     */
    static boolean countTheSame(char[] one, int end, char[] other, int otherEnd, boolean goesOn) {
        int i = 0;
        int j = 0;
        while (i < end) {
            int most = Math.min(end - i, otherEnd - j);
            int same = Arrays.mismatch(one, i, i + most, other, j, j + most);
            i += same < 0 ? most : same;
            j += same < 0 ? most : same;
            if (i < end) {
                int skipped = skipped(one, i, other, j, j < otherEnd ? other[j] : 0);
                if (skipped == 0) {
                    return false;
                }
                i += skipped & 1;
                j += skipped >> 1;
            }
        }
        return goesOn || j == otherEnd;
    }

    /** 1 if the character of the one text makes no difference, 2 if that of the other makes none, 3 for both; or 0. */
    private static int skipped(char[] one, int i, char[] other, int j, char b) {
        char a = one[i];
        if (countTheSame(a, b)) {
            return 3;
        }
        if (i == 0 || j == 0 || !standsApart(one[i - 1]) || !standsApart(other[j - 1])) {
            return 0;
        }
        if (isInvisible(a)) {
            return 1;
        }
        if (isInvisible(b)) {
            return 2;
        }
        if (isBetween(a)) {
            return isBetween(b) ? 3 : isBetween(one[i - 1]) ? 1 : 0;
        }
        return isBetween(b) && isBetween(other[j - 1]) ? 2 : 0;
    }

    /** Whether no address goes on at the character, and what follows is read without it. */
    private static boolean standsApart(char c) {
        return c <= ' ' || c > '~' && !Character.isSurrogate(c);
    }

    /** Whether the character ends a word, and is none of those that begin an address. */
    private static boolean isBetween(char c) {
        return endsWord(c) && c != ':' && c != '/';
    }

    private static boolean countTheSame(char one, char other) {
        int entry = entry(one);
        return entry != 0 && entry(other) == entry;
    }

    /** What there is in {@link #ARABIC_LETTERS} for the character; 0 if it is not of the Arabic block. */
    static int entry(char c) {
        return c >> Byte.SIZE == ARABIC_BLOCK ? ARABIC_LETTERS[c & BYTE] : 0;
    }

    /** What a letter counts as. */
    static char folded(char c) {
        int entry = entry(c);
        if (entry == 0) {
            return c < '\u0370' || (c >= '\u0400' && c < '\u0530') ? Character.toLowerCase(c) : c;
        }
        return (char) (FIRST_ARABIC | entry & BYTE);
    }

    /** The letter with the mark on it, where that is one letter; else the letter. */
    static char marked(char letter, char mark) {
        if (letter == Chars.FARSI_YEH && mark == '\u0654') {
            return '\u0626';
        }
        String both = Normalizer.normalize(String.valueOf(new char[] {letter, mark}), Normalizer.Form.NFC);
        return both.length() == 1 && mark != '\u0655' ? both.charAt(0) : letter;
    }

    /** Whether this is a Hamza above or below a letter. */
    static boolean isHamza(char mark) {
        return mark == '\u0654' || mark == '\u0655';
    }

    /** The first place after the offset that follows a space, or the end. */
    static int afterWord(char[] text, int from, int end) {
        int i = from;
        while (i < end && text[i] != ' ') {
            i++;
        }
        return Math.min(i + 1, end);
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
