package khabar.language.halfspace;

import khabar.language.script.Chars;

/** Decides whether words with spaces between them are one word that has lost its half-space. */
final class Pairs {
    /** The space stays. */
    static final int APART = -1;
    /** A half-space belongs in the place of the space. */
    static final int HALF_SPACE = HalfSpaces.REPLACE;
    /** Nothing belongs there, since the letter before does not join. */
    static final int NOTHING = HalfSpaces.REMOVE;

    /** Role of a word that may belong to the one before it. */
    static final int SECOND = 1;
    /** Role of a word that may belong to the one after it. */
    static final int FIRST = 2;
    /** Role of a word that is a plural or an indefinite form, as the words about it have it. */
    static final int EITHER = 4;

    private static final String MI = "\u0645\u06cc";
    private static final String NEMI = "\u0646\u0645\u06cc";
    private static final int SHORTEST = 2;

    private final Lexicon lexicon;

    Pairs(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** What the word may be to its neighbours: {@link #SECOND}, {@link #FIRST}, both or nothing. */
    int role(Letters word) {
        if (word.length() == 1 && word.last() == Chars.WAW) {
            return FIRST;
        }
        if (word.length() < SHORTEST) {
            return 0;
        }
        boolean first = word.is(MI) || word.is(NEMI) || lexicon.has(word.hash(), Lexicon.SPACED_START);
        boolean second = isPlural(word)
                || word.isOneOf(Endings.DEGREES)
                || word.isOneOf(Endings.AFTER_HEH_APART)
                || inflected(Lexicon.start(), word, Lexicon.BOUND);
        return (first ? FIRST : 0) | (second ? SECOND : 0);
    }

    /** What belongs in the place of the space that ends the first word and precedes the second. */
    int between(Letters first, Letters second) {
        if (first.length() < SHORTEST || second.length() < SHORTEST) {
            return APART;
        }
        if (first.is(MI) || first.is(NEMI)) {
            return isVerbal(second) ? HALF_SPACE : APART;
        }
        int flags = lexicon.flags(lexicon.find(first.hash()));
        if (isPlural(second)) {
            return (flags == 0 || nominal(flags)) && !second.isMarked() ? joined(first) : APART;
        }
        if (second.isOneOf(Endings.DEGREES)) {
            return (flags & Lexicon.COMPARABLE) != 0 || (second.length() > SHORTEST && nominal(flags))
                    ? joined(first)
                    : APART;
        }
        if (first.endsWith(Chars.HEH) && second.isOneOf(Endings.AFTER_HEH_APART)) {
            return afterHeh(first, second, flags);
        }
        return isCompound(first, second, nominal(flags)) ? HALF_SPACE : APART;
    }

    /** Whether X, waw and Y are one word, such as goft-o-gu. */
    boolean areLinked(Letters first, Letters last) {
        long hash = Lexicon.step(first.hash(), Chars.WAW);
        return Chars.joinsForward(first.last()) && inflected(hash, last, Lexicon.SPACED);
    }

    private static boolean nominal(int flags) {
        return (flags & (Lexicon.NOMINAL | Lexicon.PARTICIPLE)) != 0;
    }

    private static int joined(Letters first) {
        return Chars.joinsForward(first.last()) ? HALF_SPACE : NOTHING;
    }

    private boolean isVerbal(Letters word) {
        if (lexicon.has(word.hash(), Lexicon.VERBAL)) {
            return true;
        }
        long hash = Lexicon.start();
        for (int i = 0; i < word.length(); i++) {
            hash = Lexicon.step(hash, word.at(i));
            if (i > 1 && word.endsIn(i + 1, Endings.OBJECTS) && lexicon.has(hash, Lexicon.VERBAL)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlural(Letters word) {
        return word.at(0) == Chars.HEH && word.at(1) == Chars.ALEF && word.endsIn(2, Endings.AFTER_HA);
    }

    private int afterHeh(Letters first, Letters second, int flags) {
        boolean silent = (flags & (Lexicon.SILENT_HEH | Lexicon.PARTICIPLE)) != 0;
        boolean unknownPlace = flags == 0 && second.is(Endings.INDEFINITE) && first.length() > SHORTEST + 1;
        return silent || unknownPlace ? HALF_SPACE : APART;
    }

    private boolean isCompound(Letters first, Letters second, boolean firstIsNoun) {
        if (!Chars.joinsForward(first.last())) {
            return false;
        }
        if (inflected(first.hash(), second, Lexicon.SPACED)) {
            return true;
        }
        return firstIsNoun && first.length() > SHORTEST && inflected(Lexicon.start(), second, Lexicon.BOUND);
    }

    /** Whether the letters continue the hash to a word with the flag, perhaps with an ending after it. */
    private boolean inflected(long start, Letters word, int flag) {
        long hash = start;
        for (int i = 0; i < word.length(); i++) {
            hash = Lexicon.step(hash, word.at(i));
            if (lexicon.has(hash, flag) && word.endsIn(i + 1, Endings.OF_COMPOUNDS)) {
                return true;
            }
        }
        return false;
    }
}
