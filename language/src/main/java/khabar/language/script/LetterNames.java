package khabar.language.script;

import java.util.Arrays;

/** The names of Latin letters in Persian, of which abbreviations such as bi.bi.si are made. */
public final class LetterNames {
    /** ei, bi, si, di, i, ef, ji, eich, ai, jei, kei, el, em, en, o, pi, kiu, ar, es, ti, yu, vi, dabliu, iks, vai, zed. */
    private static final String[] NAMES = {
        "\u0627\u06cc",
        "\u0628\u06cc",
        "\u0633\u06cc",
        "\u062f\u06cc",
        "\u0622\u06cc",
        "\u0627\u0641",
        "\u062c\u06cc",
        "\u0627\u0686",
        "\u06a9\u06cc",
        "\u0627\u0644",
        "\u0627\u0645",
        "\u0627\u0646",
        "\u0627\u0648",
        "\u067e\u06cc",
        "\u06a9\u06cc\u0648",
        "\u0622\u0631",
        "\u0627\u0633",
        "\u062a\u06cc",
        "\u06cc\u0648",
        "\u0648\u06cc",
        "\u062f\u0628\u0644\u06cc\u0648",
        "\u0627\u06cc\u06a9\u0633",
        "\u0648\u0627\u06cc",
        "\u0632\u062f"
    };

    static {
        Arrays.sort(NAMES);
    }

    private LetterNames() {}

    /** Whether the characters between the offsets are the name of a letter. */
    public static boolean isOne(char[] text, int start, int end) {
        return end - start > 1 && end - start < 6 && isOne(new String(text, start, end - start));
    }

    /** Whether the word is the name of a letter. */
    public static boolean isOne(String word) {
        return Arrays.binarySearch(NAMES, word) >= 0;
    }
}
