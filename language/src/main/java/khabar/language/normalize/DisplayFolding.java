package khabar.language.normalize;

import java.text.Normalizer;
import khabar.language.script.Chars;

/** The tables of the display form: one for every language, one more for Persian. */
final class DisplayFolding {
    /** Pairs for Persian: Arabic letters that Persian writes otherwise. */
    private static final String PERSIAN_LETTERS =
            "\u064a\u06cc\u0649\u06cc\u0643\u06a9\u06aa\u06a9\u06be\u0647\u06c1\u0647\u06d5\u0647\u06c3\u0629";

    private static final String HEH_AND_HAMZA = "\u0647\u0654";
    private static final int DIGITS = 10;

    static final CharTable ANY = sealed(any());
    static final CharTable PERSIAN = persian(true, true);
    static final CharTable PERSIAN_LETTERS_ONLY = persian(true, false);
    static final CharTable PERSIAN_DIGITS_ONLY = persian(false, true);

    private DisplayFolding() {}

    /** The table for a text in Persian, or in another language, under a profile. */
    static CharTable tableFor(boolean persian, Profile profile) {
        boolean letters = persian && profile.has(Rule.LETTERS);
        boolean digits = persian && profile.has(Rule.DIGITS);
        if (letters) {
            return digits ? PERSIAN : PERSIAN_LETTERS_ONLY;
        }
        return digits ? PERSIAN_DIGITS_ONLY : ANY;
    }

    private static CharTable any() {
        CharTable table = new CharTable();
        for (char c = '\ufb50'; c < '\ufeff'; c++) {
            if (KeyFolding.isArabicForm(c)) {
                String letters = lettersOf(c);
                if (!letters.equals(String.valueOf(c))) {
                    table.replace(c, letters);
                }
            }
        }
        table.set("#:`w@", CharTable.GUARD);
        return table;
    }

    /** The letters of a presentation form; isolated marks and their bearers fall. */
    private static String lettersOf(char form) {
        String plain = Normalizer.normalize(String.valueOf(form), Normalizer.Form.NFKC);
        StringBuilder letters = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean bearer = (c == ' ' && (letters.isEmpty() || plain.length() < 5)) || c == Chars.KASHIDA;
            if (!bearer && !(letters.isEmpty() && Chars.isArabicMark(c))) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    private static CharTable persian(boolean letters, boolean digits) {
        CharTable table = any();
        if (letters) {
            for (int i = 0; i < PERSIAN_LETTERS.length(); i += 2) {
                table.replace(PERSIAN_LETTERS.charAt(i), PERSIAN_LETTERS.substring(i + 1, i + 2));
            }
            table.replace(Chars.HEH_WITH_YEH, HEH_AND_HAMZA);
            table.replace(Chars.HEH_GOAL_HAMZA, HEH_AND_HAMZA);
            table.follow();
        }
        for (int i = 0; digits && i < DIGITS; i++) {
            table.becomes[Chars.ARABIC_ZERO + i] = (char) (Chars.PERSIAN_ZERO + i);
        }
        return sealed(table);
    }

    private static CharTable sealed(CharTable table) {
        table.seal();
        table.lookAt(Signs.CHARACTERS);
        table.pairs = Copier.pairs(table);
        return table;
    }
}
