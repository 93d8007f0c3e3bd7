package khabar.language.recognize;

import khabar.language.halfspace.HalfSpaces;
import khabar.language.match.Suffix;
import khabar.language.match.Tokens;
import khabar.language.recognize.NameLists.Kind;

/**
 * Surnames that are words of the dictionary as well: behind a first name that is nothing else, what is said of somebody
 * hardly ever follows at once, but verbs and particles do.
 */
final class PersianSurnames {
    private static final int NO_SURNAME =
            Kind.STOP.bit() | Kind.ROLE.bit() | Kind.SPEECH.bit() | Kind.ORDINAL.bit() | Kind.TITLE.bit();
    private static final int SHORTEST = 4;
    private static final char YEH = '\u06cc';
    private static final char FIRST_LETTER = '\u0621';
    private static final char LAST_LETTER = '\u06d3';

    private final NameLists lists;

    PersianSurnames(NameLists lists) {
        this.lists = lists;
    }

    /** Whether the words from the second to the third given one are a surname behind first names from the first on. */
    boolean follows(Tokens tokens, int start, int at, int last) {
        String key = tokens.text().key();
        return isPersian(key.charAt(tokens.start(at)))
                && tokens.end(last) - tokens.start(at) >= SHORTEST
                && tokens.suffix(last) == Suffix.NONE
                && (NameLists.kinds(lists.phrases(tokens, at)) & NO_SURNAME) == 0
                && !tokens.isInDictionary(at, HalfSpaces.ORDINARY_WORD)
                && (isApart(tokens, start, last)
                        || key.charAt(tokens.end(last) - 1) == YEH
                                && !tokens.isInDictionary(last, HalfSpaces.COMMON_WORD))
                && !tokens.isJoined(at)
                && isOnlyName(tokens, start, at)
                && !isOfSaint(tokens, start);
    }

    /** Whether the surname that ends with the given word tells its bearer without a first name: it is no common word. */
    boolean standsAlone(Tokens tokens, int last) {
        return tokens.isJoined(last)
                || !tokens.isInDictionary(last, HalfSpaces.COMMON_WORD)
                || lists.longest(tokens, last, Kind.SURNAME) > 0;
    }

    /** Whether one of the first names is no ordinary word: those that are stand in both lists of first names. */
    private boolean isOnlyName(Tokens tokens, int start, int at) {
        int token = start;
        while (token < at) {
            long phrases = lists.phrases(tokens, token);
            int length = NameLists.length(phrases, Kind.GIVEN);
            if (length > 0 && !Kind.WEAK_GIVEN.isIn(NameLists.kinds(phrases))) {
                return true;
            }
            token += Math.max(1, length);
        }
        return false;
    }

    /** What stands on both sides is another one of a list, or another sentence. */
    private boolean isApart(Tokens tokens, int start, int last) {
        boolean before = start == 0 || !tokens.flowsInto(start) || NameLists.isAnd(tokens, start - 1);
        return before
                && (last + 1 >= tokens.size() || !tokens.flowsInto(last + 1) || NameLists.isAnd(tokens, last + 1));
    }

    /** Those who have one name alone. */
    private boolean isOfSaint(Tokens tokens, int start) {
        return start > 0 && tokens.flowsInto(start) && lists.longest(tokens, start - 1, Kind.SAINT) > 0;
    }

    static boolean isPersian(char c) {
        return c >= FIRST_LETTER && c <= LAST_LETTER;
    }
}
