package khabar.language.halfspace;

import khabar.language.script.Chars;

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
    private Letters word = new Letters();
    private int length;

    Splitter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Bit p is set where a half-space belongs before letter p of the word. */
    int split(Letters letters) {
        word = letters;
        length = letters.length();
        if (length < 3 || length > LONGEST) {
            return 0;
        }
        hashes[0] = Lexicon.start();
        for (int i = 0; i < length; i++) {
            hashes[i + 1] = Lexicon.step(hashes[i], at(i));
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
        int handle = lexicon.find(hashes[length]);
        int flags = lexicon.flags(handle);
        if ((flags & Lexicon.KEEP) != 0) {
            return 0;
        }
        int mask = lexicon.mask(handle);
        if (mask != 0 && (flags & Lexicon.PLAIN) == 0) {
            return mask;
        }
        mask = verb(flags);
        if (mask == NONE) {
            mask = person(flags);
        }
        if (mask == NONE) {
            mask = plural();
        }
        if (mask == NONE && (flags & Lexicon.PLAIN) == 0) {
            mask = ending();
        }
        return mask == NONE ? 0 : mask;
    }

    /** mi and nemi before a verb form, perhaps with a preverb before them and an object after it. */
    private int verb(int flags) {
        int mi = prefixEnd();
        if (mi == NONE || length < mi + 2 || (flags & Lexicon.NOMINAL) != 0) {
            return NONE;
        }
        long hash = Lexicon.start();
        for (int i = mi; i < length; i++) {
            hash = Lexicon.step(hash, at(i));
            boolean whole = i + 1 == length || (i > mi && endsWithObject(i + 1));
            if (whole && lexicon.has(hash, Lexicon.VERBAL)) {
                return 1 << mi;
            }
        }
        return NONE;
    }

    /** The place after mi, if the word begins with it or with nemi or with a preverb and one of them. */
    private int prefixEnd() {
        for (String prefix : Endings.VERB_PREFIXES) {
            if (length > prefix.length() && startsWith(prefix)) {
                return prefix.length();
            }
        }
        return NONE;
    }

    private boolean startsWith(String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            if (at(i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean endsWithObject(int p) {
        return (flagsOfWhole() & Lexicon.PLAIN) == 0 && endsIn(p, Endings.OBJECTS);
    }

    private int flagsOfWhole() {
        return lexicon.flags(lexicon.find(hashes[length]));
    }

    /** karde-and, shode-im, rafte-ast: a participle and a person. */
    private int person(int flags) {
        int heh = lastHeh();
        if (heh < 1 || (flags & Lexicon.PLAIN) != 0 || !lexicon.has(hashes[heh + 1], Lexicon.PARTICIPLE)) {
            return NONE;
        }
        boolean person = endsIn(heh + 1, Endings.PERSONS) && !rest(heh + 1, Endings.INDEFINITE);
        return person || rest(heh + 1, Endings.IS) ? 1 << heh + 1 : NONE;
    }

    /** The plural in ha with all that may follow it; or the indefinite of a word on silent Heh that looks the same. */
    private int plural() {
        int ha = lastHa();
        if (ha < 2 || !endsIn(ha + 2, Endings.AFTER_HA)) {
            return NONE;
        }
        int plural = noun(ha);
        if (rest(ha + 1, Endings.INDEFINITE) && (plural == NONE || isHehFirst(ha + 1))) {
            int indefinite = stem(ha + 1);
            if (indefinite != NONE) {
                return indefinite | 1 << ha + 1;
            }
        }
        return plural == NONE ? NONE : plural | 1 << ha;
    }

    private boolean isHehFirst(int n) {
        boolean adverbial = at(n - 2) == NOON && at(n - 3) == ALEF && lexicon.has(hashes[n], Lexicon.COMPARABLE);
        return adverbial || lexicon.has(hashes[n], Lexicon.HEH_FIRST);
    }

    /** The same as stem, without verb forms. */
    private int noun(int n) {
        int flags = lexicon.flags(lexicon.find(hashes[n]));
        boolean verb = (flags & Lexicon.VERBAL) != 0 && (flags & Lexicon.NOMINAL) == 0;
        return verb ? NONE : stem(n);
    }

    private int ending() {
        int mask = afterHeh();
        if (mask == NONE) {
            mask = stem(length);
        }
        if (mask == NONE) {
            mask = afterYeh();
        }
        if (mask == NONE) {
            mask = degree();
        }
        if (mask == NONE) {
            mask = clitic();
        }
        if (mask == NONE) {
            mask = compound();
        }
        if (mask == NONE) {
            mask = head();
        }
        return mask == NONE ? twoWords() : mask;
    }

    private int afterHeh() {
        int heh = lastHeh();
        if (heh < 1 || !endsIn(heh + 1, Endings.AFTER_HEH) || !lexicon.has(hashes[heh + 1], Lexicon.SILENT_HEH)) {
            return NONE;
        }
        int stem = stem(heh + 1);
        return stem == NONE ? NONE : stem | 1 << heh + 1;
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
                int stem = lexicon.has(hashes[p], Lexicon.COMPARABLE) || isAdjective(p, degree) ? stem(p) : NONE;
                return stem == NONE ? NONE : stem | 1 << p;
            }
        }
        return NONE;
    }

    /** Whether the first letters look like an adjective that the word list does not know as one. */
    private boolean isAdjective(int n, String degree) {
        boolean superlative = degree.length() > 3;
        return n > 3 && (superlative || at(n - 1) == YEH && n > 4 || lexicon.has(hashes[n], Lexicon.SILENT_HEH));
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

    /** A word and a second part that makes compounds. */
    private int compound() {
        for (int p = length - 2; p >= 3; p--) {
            if (Chars.joinsForward(at(p - 1)) && isSecondPart(p)) {
                int first = stem(p);
                if (first != NONE) {
                    return first | 1 << p;
                }
            }
        }
        return NONE;
    }

    /** A first part that is written together with all that follows it, such as be and bi. */
    private int head() {
        for (int p = 2; p <= length - 3; p++) {
            if (lexicon.has(hashes[p], Lexicon.HEAD) && isNoun(p)) {
                return 1 << p;
            }
        }
        return NONE;
    }

    /**
     * Two nouns of which one has the Yeh of adjectives and surnames, if there is one way alone to see two
     * in these letters. Shorter words, and those without Yeh, are found in too many foreign names.
     */
    private int twoWords() {
        int found = NONE;
        for (int p = length - 4; p >= 2; p--) {
            boolean adjective = at(length - 1) == YEH && isComparable(p);
            boolean surname = p >= 4 && (at(length - 1) == YEH || at(p - 1) == YEH);
            if ((adjective || surname)
                    && lexicon.has(hashes[p], Lexicon.NOMINAL)
                    && Chars.joinsForward(at(p - 1))
                    && isNoun(p)) {
                if (found != NONE) {
                    return NONE;
                }
                found = 1 << p;
            }
        }
        return found;
    }

    private boolean isComparable(int p) {
        return lexicon.has(hashFrom(p), Lexicon.COMPARABLE);
    }

    private boolean isNoun(int p) {
        int flags = lexicon.flags(lexicon.find(hashFrom(p)));
        return (flags & Lexicon.NOMINAL) != 0 && (flags & Lexicon.PLAIN) != 0;
    }

    private long hashFrom(int p) {
        long hash = Lexicon.start();
        for (int i = p; i < length; i++) {
            hash = Lexicon.step(hash, at(i));
        }
        return hash;
    }

    /** Whether what begins at letter {@code p} makes compounds, perhaps with an ending. */
    private boolean isSecondPart(int p) {
        long hash = Lexicon.start();
        for (int i = p; i < length; i++) {
            hash = Lexicon.step(hash, at(i));
            int flags = lexicon.flags(lexicon.find(hash));
            boolean second = (flags & (Lexicon.BOUND | Lexicon.TAIL)) != 0
                    || ((flags & Lexicon.AFTER_YEH) != 0 && at(p - 1) == YEH);
            if (second && endsIn(i + 1, Endings.OF_TAILS)) {
                return true;
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
            if (mask == NONE && n > 4) {
                mask = indefinite(n);
            }
        } else if (n > 4 && at(n - 1) == NOON && at(n - 2) == ALEF) {
            mask = known(hashes[n - 2]);
            if (mask == NONE && at(n - 3) == GAF) {
                mask = known(Lexicon.step(hashes[n - 3], HEH));
            }
        }
        return mask;
    }

    /** A word on silent Heh with an i after it, as in kore-i-ha. */
    private int indefinite(int n) {
        boolean heh = at(n - 1) == YEH && at(n - 2) == ALEF && at(n - 3) == HEH;
        if (!heh || !lexicon.has(hashes[n - 2], Lexicon.SILENT_HEH)) {
            return NONE;
        }
        int mask = known(hashes[n - 2]);
        return mask == NONE ? NONE : mask | 1 << n - 2;
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
        for (int p = length - 2; p >= Math.max(1, length - 4); p--) {
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
        return word.at(p);
    }
}
