package khabar.feed.date;

import java.util.Locale;

/** The text of a date with one spelling of each letter, digit and space. */
final class DateText {
    private static final char ARABIC_INDIC_ZERO = '\u0660';
    private static final char PERSIAN_ZERO = '\u06F0';
    private static final char ARABIC_YEH = '\u064A';
    private static final char ALEF_MAKSURA = '\u0649';
    private static final char FARSI_YEH = '\u06CC';
    private static final char ARABIC_KAF = '\u0643';
    private static final char FARSI_KEHEH = '\u06A9';
    private static final char ARABIC_COMMA = '\u060C';
    private static final char ZERO_WIDTH_NON_JOINER = '\u200C';
    private static final char EN_DASH = '\u2013';
    private static final char EM_DASH = '\u2014';
    private static final char MINUS = '\u2212';
    private static final char FRACTION_SLASH = '\u2044';
    private static final char FIRST_ARABIC = '\u0600';
    private static final char LAST_ARABIC = '\u06FF';

    private DateText() {}

    /** Lower case, ASCII digits, Persian letters, single spaces, no commas, no invisible marks. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.chars().forEach(unit -> {
            int one = foldOne((char) unit);
            boolean space = one == ' ';
            if (one >= 0 && !(space && endsWithSpace(folded))) {
                folded.append((char) one);
            }
        });
        return folded.toString().strip().toLowerCase(Locale.ROOT);
    }

    /** Whether any character is of the Arabic script, its digits included. */
    static boolean isArabicScript(String text) {
        return text.chars().anyMatch(unit -> unit >= FIRST_ARABIC && unit <= LAST_ARABIC);
    }

    private static int foldOne(char unit) {
        if (unit >= ARABIC_INDIC_ZERO && unit <= ARABIC_INDIC_ZERO + 9) {
            return '0' + unit - ARABIC_INDIC_ZERO;
        }
        if (unit >= PERSIAN_ZERO && unit <= PERSIAN_ZERO + 9) {
            return '0' + unit - PERSIAN_ZERO;
        }
        return switch (unit) {
            case ARABIC_YEH, ALEF_MAKSURA -> FARSI_YEH;
            case ARABIC_KAF -> FARSI_KEHEH;
            case EN_DASH, EM_DASH, MINUS -> '-';
            case FRACTION_SLASH -> '/';
            case ARABIC_COMMA, ',' -> ' ';
            case ZERO_WIDTH_NON_JOINER -> ' ';
            default -> isInvisible(unit) ? -1 : isSpace(unit) ? ' ' : unit;
        };
    }

    private static boolean isInvisible(char unit) {
        return Character.getType(unit) == Character.FORMAT || Character.getType(unit) == Character.NON_SPACING_MARK;
    }

    private static boolean isSpace(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
    }

    private static boolean endsWithSpace(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == ' ';
    }
}
