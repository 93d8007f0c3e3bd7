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
    /** Role of a first word that may belong to almost any second one, beside those of {@link #FIRST}. */
    static final int WITH_ANY = 8;
    /** Role of a word that is a plural or an indefinite form, as the words about it have it. */
    static final int EITHER = 4;
    /** Role of a word that has half-spaces or marks beside its letters. */
    static final int MIXED = 16;

    private static final int SHORTEST = 2;
    private static final int NO_NOUN = Lexicon.FUNCTION | Lexicon.VERBAL | Lexicon.DETERMINER | Lexicon.PREFIX;
    private static final int NOT_AFTER_PREFIX =
            Lexicon.PREFIX | Lexicon.FUNCTION | Lexicon.DETERMINER | Lexicon.SPACED_START;

    private final Lexicon lexicon;

    Pairs(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** What the word may be to its neighbours: {@link #SECOND}, {@link #FIRST}, both or nothing. */
    int role(Letters word) {
        if (word.length() == 1 && word.last() == Chars.WAW) {
            return FIRST;
        }
        if (isEzafe(word)) {
            return SECOND;
        }
        if (word.length() < SHORTEST) {
            return 0;
        }
        boolean any = word.isOneOf(Endings.VERB_PREFIXES) || lexicon.has(word.hash(), Lexicon.PREFIX);
        boolean first = any || lexicon.has(word.hash(), Lexicon.SPACED_START);
        boolean second = isPlural(word)
                || word.isOneOf(Endings.DEGREES)
                || word.isOneOf(Endings.AFTER_HEH_SPACED)
                || isSecond(word);
        return (first ? FIRST : 0) | (any ? WITH_ANY : 0) | (second ? SECOND : 0);
    }

    /** What belongs in the place of the space that ends the first word and precedes the second. */
    int between(Letters first, Letters second) {
        int flags = lexicon.flags(lexicon.find(first.hash()));
        if (isEzafe(second)) {
            return first.endsWith(Chars.HEH) && (flags & Lexicon.SILENT_HEH) != 0 ? HALF_SPACE : APART;
        }
        if (first.length() < SHORTEST || second.length() < SHORTEST) {
            return APART;
        }
        if (first.isOneOf(Endings.VERB_PREFIXES)) {
            return isVerbal(second) ? HALF_SPACE : APART;
        }
        if (Chars.joinsForward(first.last()) && isSpaced(first.hash(), second)) {
            return HALF_SPACE;
        }
        if (isPlural(second)) {
            return !isPlural(first) && takesPlural(flags) && !second.isMarked() ? joined(first) : APART;
        }
        if (second.isOneOf(Endings.DEGREES)) {
            return takesDegree(first, second, flags) ? joined(first) : APART;
        }
        if (first.endsWith(Chars.HEH) && second.isOneOf(Endings.AFTER_HEH_SPACED)) {
            return afterHeh(first, second, flags);
        }
        if (first.endsWith(Chars.FARSI_YEH) && second.isOneOf(Endings.AFTER_YEH_SPACED)) {
            return isOwned(first, flags) ? HALF_SPACE : APART;
        }
        if (second.isOneOf(Endings.POSSESSIVES)) {
            return isOwned(first, flags) ? joined(first) : APART;
        }
        return isCompound(first, second, flags) ? HALF_SPACE : APART;
    }

    /** Whether the word takes a degree: the superlative never stands alone, the comparative may mean wet. */
    private static boolean takesDegree(Letters first, Letters second, int flags) {
        boolean superlative = second.length() > Endings.COMPARATIVE;
        return (flags & Lexicon.COMPARABLE) != 0
                || second.length() > SHORTEST && nominal(flags)
                || (superlative || first.endsWith(Chars.FARSI_YEH)) && isNoun(first, flags);
    }

    /** Whether a possessive or a person may follow, which hardly ever stands alone. */
    private static boolean isOwned(Letters word, int flags) {
        return nominal(flags) && (flags & Lexicon.FUNCTION) == 0 && !isPlural(word) || isNoun(word, flags);
    }

    /** Whether the word may be a noun or an adjective for all that is known of it. */
    private static boolean isNoun(Letters word, int flags) {
        return word.length() > SHORTEST && (flags & NO_NOUN) == 0 && !isPlural(word);
    }

    /** Particles and verbs take no plural, participles do. */
    private static boolean takesPlural(int flags) {
        return (flags & Lexicon.FUNCTION) == 0 || (flags & Lexicon.PARTICIPLE) != 0;
    }

    /** Whether X, waw and Y are one word, such as goft-o-gu. */
    boolean areLinked(Letters first, Letters last) {
        long hash = Lexicon.step(first.hash(), Chars.WAW);
        return Chars.joinsForward(first.last()) && isSpaced(hash, last);
    }

    /** A Yeh alone. */
    private static boolean isEzafe(Letters word) {
        return word.length() == 1 && word.endsWith(Chars.FARSI_YEH) && !word.isMarked();
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

    private boolean isCompound(Letters first, Letters second, int flags) {
        if (!Chars.joinsForward(first.last())) {
            return false;
        }
        if (isListed(first, second)) {
            return true;
        }
        if ((flags & Lexicon.PREFIX) != 0) {
            int handle = lexicon.find(second.hash());
            if ((lexicon.flags(handle) & Lexicon.PREFIX) == 0 && areOne(first, second)) {
                return true;
            }
            int after = lexicon.mask(handle) == 0 ? lexicon.flags(handle) : 0;
            return nominal(after) && (after & Lexicon.PLAIN) != 0 && (after & NOT_AFTER_PREFIX) == 0;
        }
        if (beginsSurname(first, flags) && inflected(Lexicon.start(), second, Lexicon.SURNAME)) {
            return true;
        }
        return nominal(flags) && first.length() > SHORTEST && inflected(Lexicon.start(), second, Lexicon.BOUND);
    }

    /** Whether the word may be the first part of a surname: a first name, or what ends in Yeh and is no verb. */
    private static boolean beginsSurname(Letters first, int flags) {
        boolean onYeh = first.endsWith(Chars.FARSI_YEH) && first.length() > SHORTEST + 1;
        return (flags & Lexicon.GIVEN) != 0 || onYeh && (flags & (Lexicon.FUNCTION | Lexicon.VERBAL)) == 0;
    }

    /** Whether the list has both as one word, with a half-space between them and no other. */
    private boolean areOne(Letters first, Letters second) {
        long whole = first.hash();
        for (int i = 0; i < second.length(); i++) {
            whole = Lexicon.step(whole, second.at(i));
        }
        return lexicon.mask(lexicon.find(whole)) == 1 << first.length();
    }

    /** Whether the list has both as one word, of which the second hardly ever stands alone. */
    private boolean isListed(Letters first, Letters second) {
        long whole = first.hash();
        long part = Lexicon.start();
        for (int i = 0; i < second.length(); i++) {
            whole = Lexicon.step(whole, second.at(i));
            part = Lexicon.step(part, second.at(i));
            if (lexicon.has(part, Lexicon.LISTED)
                    && lexicon.mask(lexicon.find(whole)) == 1 << first.length()
                    && endsCompound(second, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the letters continue the hash to one of the {@link Lexicon#SPACED}, perhaps with an ending after it. */
    private boolean isSpaced(long start, Letters word) {
        return lexicon.maybeSpaced(start) && inflected(start, word, Lexicon.SPACED);
    }

    /** Whether the word, perhaps without an ending, may be a second part. */
    private boolean isSecond(Letters word) {
        for (int i = 1; i <= word.length(); i++) {
            long hash = word.hash(i);
            if (lexicon.maybeSecond(hash) && lexicon.has(hash, Lexicon.ANY_SECOND) && endsCompound(word, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the letters continue the hash to a word with the flag, perhaps with an ending after it. */
    private boolean inflected(long start, Letters word, int flag) {
        long hash = start;
        for (int i = 0; i < word.length(); i++) {
            hash = Lexicon.step(hash, word.at(i));
            if (lexicon.has(hash, flag) && endsCompound(word, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether only an ending follows, and with it the letters are no word of their own. */
    private boolean endsCompound(Letters word, int from) {
        boolean whole = from == word.length();
        int flags = lexicon.flags(lexicon.find(word.hash()));
        boolean other = (flags & Lexicon.COMMON) != 0 && (flags & (Lexicon.BOUND | Lexicon.LISTED)) == 0;
        return whole || word.endsIn(from, Endings.OF_COMPOUNDS) && !other;
    }
}
