package khabar.language.normalize;

import java.text.Normalizer;
import java.util.Locale;
import khabar.language.script.Chars;

/** The table of the match key: how letters, digits, case and signs fold, in all scripts alike. */
final class KeyFolding {
    /** Pairs: a letter and the letter it folds to. */
    private static final String LETTERS = "\u0623\u0627\u0625\u0627\u0671\u0627\u0672\u0627\u0673\u0627"
            // waw with hamza, and the Kurdish and Uyghur forms
            + "\u0624\u0648\u06c4\u0648\u06c5\u0648\u06c6\u0648\u06c7\u0648\u06c8\u0648\u06c9\u0648\u06ca\u0648"
            + "\u06cb\u0648\u06cf\u0648"
            // the forms of heh, teh marbuta among them
            + "\u0629\u0647\u06be\u0647\u06c0\u0647\u06c1\u0647\u06c2\u0647\u06c3\u0647\u06d5\u0647\u06ff\u0647"
            // the forms of yeh
            + "\u064a\u06cc\u0649\u06cc\u0626\u06cc\u06cd\u06cc\u06ce\u06cc\u06d0\u06cc\u06d1\u06cc\u06d2\u06cc"
            + "\u06d3\u06cc\u0620\u06cc\u063d\u06cc\u063e\u06cc\u063f\u06cc"
            // the forms of kaf and gaf
            + "\u0643\u06a9\u06aa\u06a9\u06ab\u06af\u06ac\u06a9\u063b\u06a9\u063c\u06a9\u0762\u06af"
            // Urdu, Pashto and Kurdish letters beside the Persian letter they come from
            + "\u0679\u062a\u067c\u062a\u0688\u062f\u0689\u062f\u0691\u0631\u0693\u0631\u0695\u0631\u06ba\u0646"
            + "\u06bc\u0646\u06b5\u0644\u0696\u0698\u069a\u0634\u06a4\u0641";

    /** Pairs: a sign and the sign it folds to. */
    private static final String SIGNS = "\u060c,\u061b;\u061f?\u066a%\u066b.\u066c,\u06d4."
            + "\u00ab\"\u00bb\"\u201c\"\u201d\"\u201e\"\u2018'\u2019'\u201b'\u2039'\u203a'"
            + "\u2010-\u2011-\u2012-\u2013-\u2014-\u2015-\u2212-";

    static final CharTable TABLE = build();

    private KeyFolding() {}

    private static CharTable build() {
        CharTable table = new CharTable();
        for (int c = 0; c < table.kinds.length; c++) {
            if (table.kinds[c] == CharTable.NEWLINE) {
                table.kinds[c] = CharTable.SPACE;
            } else if (table.kinds[c] == CharTable.HALF_SPACE) {
                table.kinds[c] = CharTable.DROP;
            }
        }
        table.kinds[Chars.ZWNJ] = CharTable.HALF_SPACE;
        table.kinds[Chars.HAMZA] = CharTable.LONE_HAMZA;
        pairs(table, LETTERS);
        pairs(table, SIGNS);
        for (char c = '\u00a1'; c < '\uffff'; c++) {
            if (foldsByUnicode(c) && table.kinds[c] == CharTable.PLAIN && table.becomes[c] == c) {
                fold(table, c);
            }
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            table.becomes[c] = Character.toLowerCase(c);
        }
        return table.seal();
    }

    /** Whether Unicode may have a fold for the character: not for ideographs, Hangul and private use. */
    private static boolean foldsByUnicode(char c) {
        return c < '\u3400' || (c >= '\ua640' && c < '\uac00') || c >= '\uf900';
    }

    private static void pairs(CharTable table, String pairs) {
        for (int i = 0; i < pairs.length(); i += 2) {
            table.replace(pairs.charAt(i), pairs.substring(i + 1, i + 2));
        }
    }

    private static void fold(CharTable table, char c) {
        if (Character.digit(c, 10) >= 0 && Character.isDigit(c)) {
            table.becomes[c] = Character.forDigit(Character.digit(c, 10), 10);
            return;
        }
        String folded = fold(table, String.valueOf(c));
        if (!folded.equals(String.valueOf(c))) {
            table.replace(c, folded);
        }
    }

    /** Compatibility form in lower case without marks, letter by letter through the table. */
    static String fold(CharTable table, String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (plain.startsWith(" ")) {
            // A spacing accent decomposes to a space and a mark: it is neither.
            return text.length() == 1 && !isArabicForm(text.charAt(0)) ? text : "";
        }
        String lower = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(lower.length());
        String parts = Normalizer.normalize(lower, Normalizer.Form.NFD);
        for (int i = 0; i < parts.length(); i++) {
            append(table, out, parts.charAt(i));
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private static void append(CharTable table, StringBuilder out, char part) {
        char last = out.isEmpty() ? 0 : out.charAt(out.length() - 1);
        byte kind = table.kinds[part];
        if (kind == CharTable.MARK || kind == CharTable.DROP || kind == CharTable.LENGTHENER) {
            char merged = merge(last, part);
            if (merged != 0) {
                out.setCharAt(out.length() - 1, merged);
            }
        } else if (!(kind == CharTable.LONE_HAMZA && last == Chars.ALEF)) {
            out.append(kind == CharTable.SPACE ? ' ' : table.becomes[part]);
        }
    }

    /** The letter that a mark makes of the letter before it where the key keeps them apart, or NUL. */
    static char merge(char letter, char mark) {
        if (letter == Chars.ALEF && mark == Chars.MADDA_ABOVE) {
            return Chars.ALEF_MADDA;
        }
        return letter == Chars.CYRILLIC_I && mark == Chars.BREVE ? Chars.CYRILLIC_SHORT_I : 0;
    }

    /** Whether this is one of the presentation forms of Arabic letters and marks. */
    static boolean isArabicForm(char c) {
        return (c >= '\ufb50' && c <= '\ufdff') || (c >= '\ufe70' && c <= '\ufefc');
    }
}
