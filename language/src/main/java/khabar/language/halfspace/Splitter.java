package khabar.language.halfspace;

import khabar.language.normalize.Chars;

/**
 * Finds the half-spaces that one word has lost, from the word alone: verb prefixes, plural and other
 * endings, compounds. For one thread; kept small so that one can be made for each text.
 */
final class Splitter {
    static final int LONGEST = 30;
    private static final int NONE = -1;
    private static final char MEEM = '\u0645';
    private static final char NOON = '\u0646';
    private static final char GAF = '\u06af';
    private static final char YEH = Chars.FARSI_YEH;
    private static final char HEH = Chars.HEH;
    private static final char ALEF = Chars.ALEF;

    private final Lexicon lexicon;
    private final long[] hashes = new long[LONGEST + 2];
    private char[] text = new char[0];
    private int from;
    private int length;

    Splitter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Bit p is set where a half-space belongs before letter p of the word. */
    int split(char[] characters, int start, int end) {
        text = characters;
        from = start;
        length = end - start;
        if (length < 3 || length > LONGEST) {
            return 0;
        }
        hashes[0] = Lexicon.start();
        for (int i = 0; i < length; i++) {
            hashes[i + 1] = Lexicon.step(hashes[i], text[from + i]);
        }
        return seen(analyse());
    }

    /** A half-space after a letter that does not join cannot be seen, and is none. */
    private int seen(int mask) {
        int kept = mask;
        for (int bits = mask; bits != 0; bits &= bits - 1) {
            int p = Integer.numberOfTrailingZeros(bits);
            if (!Chars.joinsForward(at(p - 1))) {
                kept &= ~(1 << p);
            }
        }
        return kept;
    }

    private int analyse() {
        int word = lexicon.find(hashes[length]);
        int flags = lexicon.flags(word);
        if ((flags & Lexicon.KEEP) != 0) {
            return 0;
        }
        if (lexicon.mask(word) != 0 && (flags & Lexicon.PLAIN) == 0) {
            return lexicon.mask(word);
        }
        int mask = verb(flags);
        if (mask == NONE) {
            mask = person(flags);
        }
        if (mask == NONE) {
            mask = plural(flags);
        }
        if (mask == NONE && (flags & Lexicon.PLAIN) == 0) {
            mask = ending();
        }
        return mask == NONE ? 0 : mask;
    }

    /** mi and nemi before a verb form, perhaps with an object after it. */
    private int verb(int flags) {
        int prefix = at(0) == MEEM && at(1) == YEH ? 2 : at(0) == NOON && at(1) == MEEM && at(2) == YEH ? 3 : 0;
        if (prefix == 0 || length < prefix + 2 || (flags & Lexicon.NOMINAL) != 0) {
            return NONE;
        }
        long hash = Lexicon.start();
        boolean verbal = false;
        for (int i = prefix; i < length; i++) {
            hash = Lexicon.step(hash, at(i));
            if (i + 1 == length || (i >= prefix + 1 && endsWithObject(i + 1))) {
                verbal = lexicon.has(hash, Lexicon.VERBAL);
                if (verbal) {
                    return 1 << prefix;
                }
            }
        }
        return NONE;
    }

    private boolean endsWithObject(int p) {
        return (flagsOfWhole() & Lexicon.PLAIN) == 0 && endsIn(p, Endings.OBJECTS);
    }

    private int flagsOfWhole() {
        return lexicon.flags(lexicon.find(hashes[length]));
    }

    /** karde-and, shode-im: a participle and a person. */
    private int person(int flags) {
        int heh = lastHeh();
        if (heh < 1 || (flags & Lexicon.PLAIN) != 0) {
            return NONE;
        }
        if (lexicon.has(hashes[heh + 1], Lexicon.PARTICIPLE) && endsIn(heh + 1, Endings.PERSONS)) {
            return 1 << heh + 1;
        }
        return NONE;
    }

    /** The plural in ha with all that may follow it; or the indefinite of a word on silent Heh that looks the same. */
    private int plural(int flags) {
        int ha = lastHa();
        if (ha < 1 || !endsIn(ha + 2, Endings.AFTER_HA)) {
            return NONE;
        }
        boolean indefinite = ha + 3 == length && at(ha + 2) == YEH;
        int withHeh = stem(ha + 1);
        int stem = stem(ha);
        if (indefinite && withHeh != NONE && (stem == NONE || lexicon.has(hashes[ha + 1], Lexicon.HEH_FIRST))) {
            return withHeh | 1 << ha + 1;
        }
        if (stem != NONE && ha > 1) {
            return stem | 1 << ha;
        }
        return NONE;
    }

    private int ending() {
        int heh = lastHeh();
        if (heh > 0 && endsIn(heh + 1, Endings.AFTER_HEH)) {
            int stem = stem(heh + 1);
            if (stem != NONE && lexicon.has(hashes[heh + 1], Lexicon.SILENT_HEH)) {
                return stem | 1 << heh + 1;
            }
        }
        int mask = afterYeh();
        if (mask == NONE) {
            mask = degree();
        }
        if (mask == NONE) {
            mask = stem(length);
        }
        if (mask == NONE) {
            mask = clitic();
        }
        return mask == NONE ? compound() : mask;
    }

    private int afterYeh() {
        for (String ending : Endings.AFTER_YEH) {
            int p = length - ending.length();
            if (p > 2 && at(p - 1) == YEH && rest(p, ending)) {
                int stem = stem(p);
                return stem == NONE ? NONE : stem | 1 << p;
            }
        }
        return NONE;
    }

    private int degree() {
        for (String degree : Endings.DEGREES) {
            int p = length - degree.length();
            if (p > 1 && rest(p, degree)) {
                return lexicon.has(hashes[p], Lexicon.COMPARABLE) ? known(hashes[p]) | 1 << p : NONE;
            }
        }
        return NONE;
    }

    private int clitic() {
        for (String clitic : Endings.CLITICS) {
            int p = length - clitic.length();
            if (p > 2 && rest(p, clitic)) {
                int stem = stem(p);
                if (stem != NONE) {
                    return stem;
                }
            }
        }
        return NONE;
    }

    /** A noun and a second part that makes many compounds. */
    private int compound() {
        for (int p = length - 3; p >= 3; p--) {
            if (lexicon.has(hashes[p], Lexicon.NOMINAL) && Chars.joinsForward(at(p - 1)) && isTail(p)) {
                return 1 << p;
            }
        }
        return NONE;
    }

    private boolean isTail(int p) {
        for (String ending : Endings.OF_TAILS) {
            int end = length - ending.length();
            if (end - p >= 3 && rest(end, ending)) {
                long hash = Lexicon.start();
                for (int i = p; i < end; i++) {
                    hash = Lexicon.step(hash, at(i));
                }
                if (lexicon.has(hash, Lexicon.TAIL)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The half-spaces within the first {@code n} letters if they are a word or one with a light ending, or NONE. */
    private int stem(int n) {
        int mask = known(hashes[n]);
        if (mask != NONE || n < 3) {
            return mask;
        }
        if (at(n - 1) == YEH) {
            mask = known(hashes[n - 1]);
            if (mask == NONE && at(n - 2) == YEH) {
                mask = known(hashes[n - 2]);
            }
        } else if (n > 4 && at(n - 1) == NOON && at(n - 2) == ALEF) {
            mask = known(hashes[n - 2]);
            if (mask == NONE && at(n - 3) == GAF) {
                mask = known(Lexicon.step(hashes[n - 3], HEH));
            }
        }
        return mask;
    }

    private int known(long hash) {
        int handle = lexicon.find(hash);
        int flags = lexicon.flags(handle);
        if ((flags & Lexicon.PLAIN) != 0) {
            return 0;
        }
        return lexicon.mask(handle) == 0 ? NONE : lexicon.mask(handle);
    }

    private int lastHeh() {
        for (int p = length - 3; p >= Math.max(1, length - 4); p--) {
            if (at(p) == HEH) {
                return p;
            }
        }
        return NONE;
    }

    private int lastHa() {
        for (int p = length - 2; p >= Math.max(1, length - 6); p--) {
            if (at(p) == HEH && at(p + 1) == ALEF) {
                return p;
            }
        }
        return NONE;
    }

    private boolean endsIn(int p, String[] endings) {
        for (String ending : endings) {
            if (rest(p, ending)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word from letter {@code p} on is exactly the ending. */
    private boolean rest(int p, String ending) {
        if (length - p != ending.length()) {
            return false;
        }
        for (int i = 0; i < ending.length(); i++) {
            if (at(p + i) != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private char at(int p) {
        return text[from + p];
    }
}
