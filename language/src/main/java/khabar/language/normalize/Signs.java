package khabar.language.normalize;

import khabar.language.script.Chars;

/** Puts Persian signs in the place of foreign ones, sign for sign. */
final class Signs {
    private static final String SKIPPED = " )]}\u00bb\"\u201d";

    /** The signs that are looked at. */
    static final String CHARACTERS = "\",;?\u201c\u201d\u201e";

    /** The signs that are looked at, and the end of a line. */
    private static final boolean[] MAY_CHANGE = table();

    private final char[] text;
    private final int length;
    private final int[] guarded;
    private final boolean quotes;
    private final boolean punctuation;

    Signs(Tape cleaned, int[] guarded, Profile profile) {
        this.text = cleaned.chars();
        this.length = cleaned.length();
        this.guarded = guarded;
        this.quotes = profile.has(Rule.QUOTES);
        this.punctuation = profile.has(Rule.PUNCTUATION);
    }

    private static boolean[] table() {
        boolean[] may = new boolean[Character.MAX_VALUE + 1];
        for (char c : CHARACTERS.toCharArray()) {
            may[c] = true;
        }
        may['\n'] = true;
        return may;
    }

    /** Whether the character is one of those that are looked at, but for the end of a line. */
    static boolean mayChange(char c) {
        return MAY_CHANGE[c] && c != '\n';
    }

    /** Changes the signs where they stand, from the given offset on: there are none before it. */
    void settle(int from) {
        int lineStart = from;
        int straight = 0;
        int guard = 0;
        while (guard < guarded.length && guarded[guard + 1] <= from) {
            guard += 2;
        }
        for (int i = from; i < length; i++) {
            if (guard < guarded.length && i == guarded[guard]) {
                i = guarded[guard + 1] - 1;
                guard += 2;
                continue;
            }
            char c = text[i];
            if (!MAY_CHANGE[c]) {
                continue;
            }
            switch (c) {
                case '"' -> straight++;
                case '\n' -> {
                    pair(lineStart, i, straight);
                    lineStart = i + 1;
                    straight = 0;
                }
                default -> sign(c, i);
            }
        }
        pair(lineStart, length, straight);
    }

    private void sign(char c, int i) {
        switch (c) {
            case Chars.LEFT_QUOTE, Chars.LOW_QUOTE -> text[i] = quotes ? Chars.LEFT_GUILLEMET : c;
            case Chars.RIGHT_QUOTE -> text[i] = quotes ? Chars.RIGHT_GUILLEMET : c;
            case ',', ';', '?' -> text[i] = punctuation && isPersian(i) ? persian(c) : c;
            default -> {
                // Stays.
            }
        }
    }

    /** Straight quotation marks become guillemets in turn, where their line has an even number of them. */
    private void pair(int start, int end, int straight) {
        if (!quotes || straight == 0 || straight % 2 != 0) {
            return;
        }
        boolean open = false;
        for (int i = start; i < end; i++) {
            if (text[i] == '"' && !isGuarded(i)) {
                text[i] = open ? Chars.RIGHT_GUILLEMET : Chars.LEFT_GUILLEMET;
                open = !open;
            }
        }
    }

    private boolean isGuarded(int i) {
        for (int g = 0; g < guarded.length; g += 2) {
            if (i >= guarded[g] && i < guarded[g + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a Latin sign stands after Persian and before no figure and no other script. */
    private boolean isPersian(int i) {
        int before = i - 1;
        while (before >= 0 && SKIPPED.indexOf(text[before]) >= 0) {
            before--;
        }
        boolean after = i + 1 >= length || text[i + 1] <= ' ' || Chars.isArabicLetter(text[i + 1]);
        return after && before >= 0 && Chars.isWordPart(text[before]);
    }

    private static char persian(char c) {
        return switch (c) {
            case ',' -> Chars.ARABIC_COMMA;
            case ';' -> Chars.ARABIC_SEMICOLON;
            default -> Chars.ARABIC_QUESTION;
        };
    }
}
