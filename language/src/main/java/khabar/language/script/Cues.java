package khabar.language.script;

import java.lang.Character.UnicodeScript;

/**
 * What the letters of a word say of its language: a function
 * word counts {@link #WORD}, all else is set against it.
 */
final class Cues {
    static final int WORD = 15;
    /** What a Hamza on or under an Alef says for Arabic. */
    static final int HAMZA_ON_ALEF = 8;

    // In the order of the lines of function-words.txt, which a test holds.
    static final int FA = 0;
    static final int AR = 1;
    static final int UR = 2;
    static final int PS = 3;
    static final int CKB = 4;
    static final int EN = 5;
    static final int TR = 6;
    static final int DE = 7;
    static final int FR = 8;
    static final int ES = 9;
    static final int RU = 10;
    static final int UK = 11;

    private static final String NOT_ARABIC = "\u067e\u0686\u0698\u06af";
    private static final String URDU = "\u0679\u0688\u0691\u06d2\u06ba\u06c1";
    private static final String PASHTO = "\u067c\u0689\u0693\u069a\u0696\u06d0\u06cd\u06bc\u0681\u0685\u06ab";
    /** Heh with two eyes: Urdu writes aspirated sounds with it, some Kurds their Heh. */
    private static final String TWO_EYES = "\u06be";
    /** Ends plurals of Pashto. */
    private static final String PASHTO_PLURAL = "\u0648\u0646\u0648";

    private static final String KURDISH = "\u06b5\u0695\u06ce\u06c6\u06d5";
    private static final String ARTICLE = "\u0627\u0644";
    private static final String PLURAL = "\u0647\u0627\u06cc";
    private static final String MI = "\u0645\u06cc";
    private static final String TEH_MARBUTA = "\u0629";
    private static final String YEH_HAMZA = "\u0626";
    private static final String TURKISH = "\u011f\u0131\u015f";
    private static final String TURKISH_OR_OTHER = "\u00f6\u00fc\u00e7";
    private static final String GERMAN = "\u00e4\u00df";
    private static final String FRENCH = "\u00e9\u00e8\u00e0\u00ea\u00f9\u0153\u00ee";
    private static final String SPANISH = "\u00f1\u00ed\u00f3\u00e1";
    private static final String UKRAINIAN = "\u0456\u0457\u0454\u0491";
    private static final String RUSSIAN = "\u044b\u044d\u044a\u0451";

    private static final String ENGLISH_PAIRS = "thshckeeooeaghoa";
    private static final String VOWELS = "aeiou";

    private static final char FIRST_ARABIC = '\u0600';
    private static final char LAST_ARABIC = '\u06ff';
    /** For each letter the group of languages that it speaks for, counted from 1. */
    private static final byte[] KINDS = kinds();

    private Cues() {}

    static boolean isArabic(char c) {
        return c >= FIRST_ARABIC && c <= LAST_ARABIC;
    }

    /** Whether a letter of the Arabic script speaks for a language by itself. */
    static boolean tells(char letter) {
        return kind(letter) != 0;
    }

    /**
     * Adds what the letters of the word say to the scores.
     *
     * @param telling whether any of them {@link #tells}
     */
    static void add(char[] word, int length, boolean telling, int[] scores) {
        if (isArabic(word[0])) {
            arabicScript(word, length, telling, scores);
            return;
        }
        boolean foreign = false;
        for (int i = 0; i < length; i++) {
            char c = word[i];
            if (c > '\u007f' && isNew(word, i)) {
                foreign = true;
                otherScript(c, scores);
            }
        }
        if (!foreign && word[0] < '\u007f') {
            plainLatin(word, length, scores);
        }
    }

    /** Whether the word does not have the letter before the place. */
    private static boolean isNew(char[] word, int place) {
        for (int i = 0; i < place; i++) {
            if (word[i] == word[place]) {
                return false;
            }
        }
        return true;
    }

    /** English writes many sounds with two letters; Turkish words end in a vowel that English ones seldom end in. */
    private static void plainLatin(char[] word, int length, int[] scores) {
        boolean english = false;
        for (int i = 0; i + 1 < length; i++) {
            english |= isEnglish(word[i], word[i + 1]);
        }
        scores[EN] += english ? 4 : 1;
        char last = word[length - 1];
        if (length > 5 && (last == 'i' || last == 'u') && VOWELS.indexOf(word[length - 2]) < 0) {
            scores[TR] += 5;
        }
    }

    private static boolean isEnglish(char a, char b) {
        for (int i = 0; i < ENGLISH_PAIRS.length(); i += 2) {
            if (ENGLISH_PAIRS.charAt(i) == a && ENGLISH_PAIRS.charAt(i + 1) == b) {
                return true;
            }
        }
        return a == 'w' || b == 'w';
    }

    /** Evidence before the first word: who is expected. */
    static int prior(String language) {
        return switch (language) {
            case "fa", "en", "ru" -> 6;
            default -> 0;
        };
    }

    /** By how much Persian is ahead of the next language of its script. */
    static int persianLead(int[] scores) {
        int next = Math.max(Math.max(scores[AR], scores[UR]), Math.max(scores[PS], scores[CKB]));
        return scores[FA] - next;
    }

    static UnicodeScript script(String language) {
        return switch (language) {
            case "fa", "ar", "ur", "ps", "ckb" -> UnicodeScript.ARABIC;
            case "ru", "uk" -> UnicodeScript.CYRILLIC;
            default -> UnicodeScript.LATIN;
        };
    }

    private static void arabicScript(char[] word, int length, boolean telling, int[] scores) {
        for (int i = 0; telling && i < length; i++) {
            if (i == 0 || word[i - 1] != word[i]) {
                arabicLetter(word[i], i, scores);
            }
        }
        if (length > 4 && (startsWith(word, 0, ARTICLE) || startsWith(word, 1, ARTICLE))) {
            scores[AR] += 10;
        }
        if (length > 4 && startsWith(word, length - PLURAL.length(), PLURAL)) {
            scores[FA] += 12;
        }
        if (length > 5 && startsWith(word, length - PASHTO_PLURAL.length(), PASHTO_PLURAL)) {
            scores[PS] += 12;
        }
        if (length > 4 && startsWith(word, 0, MI)) {
            scores[FA] += 4;
        }
    }

    private static void arabicLetter(char c, int at, int[] scores) {
        switch (kind(c)) {
            case 1 -> {
                scores[FA] += 8;
                scores[UR] += 8;
                scores[PS] += 6;
                scores[CKB] += 8;
            }
            case 2 -> scores[UR] += 15;
            case 3 -> scores[PS] += 20;
            case 4 -> scores[CKB] += 10;
            case 5 -> scores[AR] += 15;
            case 6 -> scores[CKB] += at == 0 ? 15 : 0;
            case 7 -> {
                scores[UR] += 12;
                scores[CKB] += 8;
            }
            default -> {
                // Common to all.
            }
        }
    }

    private static int kind(char c) {
        return isArabic(c) ? KINDS[c - FIRST_ARABIC] : 0;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[LAST_ARABIC - FIRST_ARABIC + 1];
        String[] groups = {NOT_ARABIC, URDU, PASHTO, KURDISH, TEH_MARBUTA, YEH_HAMZA, TWO_EYES};
        for (int g = 0; g < groups.length; g++) {
            for (int i = 0; i < groups[g].length(); i++) {
                kinds[groups[g].charAt(i) - FIRST_ARABIC] = (byte) (g + 1);
            }
        }
        return kinds;
    }

    private static void otherScript(char c, int[] scores) {
        if (TURKISH.indexOf(c) >= 0) {
            scores[TR] += 15;
        } else if (TURKISH_OR_OTHER.indexOf(c) >= 0) {
            scores[TR] += 8;
            scores[DE] += c == '\u00e7' ? 0 : 8;
            scores[FR] += c == '\u00e7' ? 8 : 0;
        } else if (GERMAN.indexOf(c) >= 0) {
            scores[DE] += 12;
        } else if (FRENCH.indexOf(c) >= 0) {
            scores[FR] += 10;
        } else if (SPANISH.indexOf(c) >= 0) {
            scores[ES] += 8;
        } else if (UKRAINIAN.indexOf(c) >= 0) {
            scores[UK] += 12;
        } else if (RUSSIAN.indexOf(c) >= 0) {
            scores[RU] += 8;
        }
    }

    private static boolean startsWith(char[] word, int from, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (word[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
