package khabar.language.halfspace;

import java.util.List;
import khabar.language.script.Chars;

/**
 * Looks for two words in one that no list knows. Each place where two could meet gets points for what
 * speaks for two words there and against; the best place wins if it has enough. Points are tenths of
 * log-odds, rounded; docs/decisions tells where they come from.
 */
final class Compounds {
    private static final int ENOUGH = 2;
    private static final int ANY = -5;
    private static final int COMMON_FIRST = 10;
    private static final int COMMON_BOTH = 8;
    private static final int SILENT_HEH_FIRST = 19;
    private static final int NOMINAL_FIRST = 6;
    private static final int INFLECTED_FIRST = -6;
    private static final int HEAD_FIRST = 24;
    private static final int SECOND_OF_NONE = -14;
    private static final int VERB_SECOND = -9;
    private static final int ARTICLE_SECOND = 9;
    private static final int BOUND_SECOND = 7;
    private static final int TAIL_SECOND = 15;
    private static final int SURNAME = 26;
    private static final int OTHER_PLACE = -8;
    /** By the length of a part from two letters on; the last is for all that are longer. */
    private static final int[] FIRST_LENGTH = {-16, -10, 0, 9, 12};

    private static final int[] SECOND_LENGTH = {-26, -12, 0, 8, 14};
    private static final int SHORTEST = 2;
    private static final int SHORTEST_WORD = 5;
    private static final int SHORTEST_UNLISTED = 3;
    /** What holds of a word with the article, too. */
    private static final int OF_ARTICLE = Lexicon.PLAIN | Lexicon.COMMON;

    private static final char LAM = '\u0644';
    /** Alone, these make a second part. */
    private static final int SECOND = Lexicon.PLAIN | Lexicon.SECOND | Lexicon.BOUND | Lexicon.TAIL | Lexicon.AFTER_YEH;

    private final Lexicon lexicon;
    private final Stems stems;
    private Letters word = new Letters();
    private int length;

    /** Of the second part that was looked at last: its end, what is known of it, and its ending. */
    private int secondEnd;

    private int secondFlags;
    private Ending ending = Ending.NONE;

    Compounds(Lexicon lexicon, Stems stems) {
        this.lexicon = lexicon;
        this.stems = stems;
    }

    /** The half-spaces of a word of two that no list knows, or {@link Stems#NONE}. */
    int split(Letters letters) {
        word = letters;
        length = letters.length();
        if (length < SHORTEST_WORD || lexicon.has(word.hash(), Lexicon.COMMON)) {
            return Stems.NONE;
        }
        int best = Stems.NONE;
        int most = Integer.MIN_VALUE;
        int places = 0;
        for (int p = SHORTEST; p <= length - SHORTEST; p++) {
            int first = first(p);
            if (first != Stems.NONE && second(p)) {
                places += Chars.joinsForward(word.at(p - 1)) ? 1 : 0;
                int points = firstPoints(p) + secondPoints(p);
                if (points > most) {
                    most = points;
                    best = first | 1 << p | endingMask();
                }
            }
        }
        int needed = places > 1 ? ENOUGH - OTHER_PLACE : ENOUGH;
        return most < needed ? Stems.NONE : best;
    }

    /**
     * The half-space of a word that the dictionary has in one piece, but that few write at all, before a
     * second part that is written apart elsewhere; or {@link Stems#NONE}.
     */
    int part(Letters letters) {
        word = letters;
        length = letters.length();
        if (lexicon.has(word.hash(), Lexicon.COMMON)) {
            return Stems.NONE;
        }
        for (int p = SHORTEST + 1; p <= length - SHORTEST - 1; p++) {
            boolean parts = Chars.joinsForward(word.at(p - 1)) && stems.known(word.hash(p)) == 0 && second(p);
            if (parts && (secondFlags & Lexicon.BOUND) != 0) {
                return 1 << p | endingMask();
            }
        }
        return Stems.NONE;
    }

    /** The half-space before the second part of a surname of which no list knows the first; or 0. */
    int surname(Letters letters) {
        word = letters;
        length = letters.length();
        for (int p = SHORTEST_UNLISTED; p <= length - SHORTEST; p++) {
            if (Chars.joinsForward(word.at(p - 1)) && second(p) && endsSurname(p)) {
                return 1 << p | endingMask();
            }
        }
        return 0;
    }

    /** The half-space before an Alef with Madda, with which only a word begins; or 0. */
    int beforeMadda(Letters letters) {
        word = letters;
        length = beginsWithArticle(0) ? 0 : letters.length();
        for (int p = SHORTEST; p <= length - SHORTEST_WORD / 2; p++) {
            if (word.at(p) == Chars.ALEF_MADDA && Chars.joinsForward(word.at(p - 1))) {
                return 1 << p;
            }
        }
        return 0;
    }

    private boolean endsSurname(int p) {
        int surnames = p > SHORTEST_UNLISTED ? Lexicon.AFTER_YEH | Lexicon.AFTER_GIVEN : Lexicon.AFTER_GIVEN;
        boolean afterYeh = word.at(p - 1) == Chars.FARSI_YEH && (secondFlags & surnames) != 0;
        return afterYeh || beginsWithArticle(p) && (secondFlags & Lexicon.TAIL) != 0;
    }

    private int first(int p) {
        int mask = stems.of(word, p);
        boolean head = mask == Stems.NONE && lexicon.has(word.hash(p), Lexicon.HEAD);
        return head ? 0 : mask;
    }

    /** Whether a second part, perhaps with an ending, begins at letter {@code p}. */
    private boolean second(int p) {
        for (Ending candidate : Ending.OF_SECOND_PARTS) {
            int end = length - candidate.letters().length();
            if (end - p >= SHORTEST && word.endsIn(end, candidate.letters())) {
                int flags = secondFlags(p, end);
                if ((flags & SECOND) != 0) {
                    secondEnd = end;
                    secondFlags = flags;
                    ending = candidate;
                    return true;
                }
            }
        }
        return false;
    }

    /** What is known of the letters; of a word with the Arabic article, what is known of it without. */
    private int secondFlags(int p, int end) {
        int flags = lexicon.flags(lexicon.find(word.hash(p, end)));
        boolean article = flags == 0 && end - p > SHORTEST_WORD && beginsWithArticle(p);
        return article ? lexicon.flags(lexicon.find(word.hash(p + 2, end))) & OF_ARTICLE : flags;
    }

    private boolean beginsWithArticle(int p) {
        return word.at(p) == Chars.ALEF && word.at(p + 1) == LAM;
    }

    private int firstPoints(int p) {
        int flags = lexicon.flags(lexicon.find(word.hash(p)));
        int points = FIRST_LENGTH[Math.min(p, 6) - SHORTEST];
        points += (flags & Lexicon.COMMON) != 0 ? COMMON_FIRST : 0;
        points += (flags & secondFlags & Lexicon.COMMON) != 0 ? COMMON_BOTH : 0;
        points += (flags & Lexicon.SILENT_HEH) != 0 ? SILENT_HEH_FIRST : 0;
        points += (flags & Lexicon.NOMINAL) != 0 ? NOMINAL_FIRST : 0;
        points += (flags & Lexicon.PLAIN) == 0 ? INFLECTED_FIRST : 0;
        points += (flags & Lexicon.HEAD) != 0 && !isVerb(secondFlags) ? HEAD_FIRST : 0;
        return points;
    }

    private int secondPoints(int p) {
        int flags = secondFlags;
        int points = ANY + ending.points() + SECOND_LENGTH[Math.min(secondEnd - p, 6) - SHORTEST];
        points += (flags & Lexicon.SECOND) == 0 ? SECOND_OF_NONE : 0;
        points += isVerb(flags) ? VERB_SECOND : 0;
        points += beginsWithArticle(p) ? ARTICLE_SECOND : 0;
        points += (flags & Lexicon.BOUND) != 0 ? BOUND_SECOND : 0;
        points += (flags & Lexicon.TAIL) != 0 ? TAIL_SECOND : 0;
        points += (flags & Lexicon.AFTER_YEH) != 0 && word.at(p - 1) == Chars.FARSI_YEH ? SURNAME : 0;
        return points;
    }

    private static boolean isVerb(int flags) {
        return (flags & (Lexicon.VERBAL | Lexicon.NOMINAL)) == Lexicon.VERBAL;
    }

    /** The half-space before the ending of the second part. */
    private int endingMask() {
        boolean apart = ending.isApart() || ending == Ending.INDEFINITE && (secondFlags & Lexicon.SILENT_HEH) != 0;
        return apart ? 1 << secondEnd : 0;
    }

    /**
     * An ending of a compound.
     *
     * @param letters without the half-space before it
     * @param isApart whether a half-space stands before it
     * @param points how much it speaks for a compound
     */
    private record Ending(String letters, boolean isApart, int points) {
        static final Ending NONE = new Ending("", false, 0);
        static final Ending INDEFINITE = new Ending("\u0627\u06cc", false, 0);
        private static final int PLURAL = 7;
        private static final int POSSESSIVE = -20;

        /** Nothing, i, an, ha and what follows it, ani, i, yi, ane, am, ash, tar, tarin. */
        static final List<Ending> OF_SECOND_PARTS = List.of(
                NONE,
                INDEFINITE,
                new Ending("\u06cc", false, 0),
                new Ending("\u0627\u0646", false, 0),
                new Ending("\u0647\u0627", true, PLURAL),
                new Ending("\u0647\u0627\u06cc", true, PLURAL),
                new Ending("\u0647\u0627\u06cc\u06cc", true, PLURAL),
                new Ending("\u0647\u0627\u06cc\u0634", true, PLURAL),
                new Ending("\u0627\u0646\u06cc", false, 0),
                new Ending("\u06cc\u06cc", false, 0),
                new Ending("\u0627\u0646\u0647", false, 0),
                new Ending("\u0645", false, POSSESSIVE),
                new Ending("\u0634", false, POSSESSIVE),
                new Ending("\u062a\u0631", true, 0),
                new Ending("\u062a\u0631\u06cc\u0646", true, 0));
    }
}
