package khabar.language.halfspace;

import khabar.language.script.Chars;

/**
 * Finds the half-spaces that one word has lost, from the word alone: verb prefixes, plural and other
 * endings, compounds. For one thread; kept small so that one can be made for each text.
 */
final class Splitter {
    static final int LONGEST = 30;
    private static final int NONE = Stems.NONE;
    private static final int SHORTEST = 2;
    private static final int SHORTEST_UNLISTED = 4;
    /** Rare words of so many letters that are not in the list themselves are rather parts of names. */
    private static final int LONGEST_NAME = 4;

    private static final char BEH = '\u0628';
    private static final char NOON = '\u0646';
    private static final char YEH = Chars.FARSI_YEH;
    private static final char HEH = Chars.HEH;
    private static final char ALEF = Chars.ALEF;

    private final Lexicon lexicon;
    private final Stems stems;
    private final Compounds compounds;
    private Letters word = new Letters();
    private int length;

    Splitter(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.stems = new Stems(lexicon);
        this.compounds = new Compounds(lexicon, stems);
    }

    /** Bit p is set where a half-space belongs before letter p of the word. */
    int split(Letters letters) {
        word = letters;
        length = letters.length();
        if (length < 3 || length > LONGEST) {
            return 0;
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
        int handle = lexicon.find(word.hash(length));
        int flags = lexicon.flags(handle);
        if ((flags & Lexicon.KEEP) != 0) {
            return 0;
        }
        int mask = lexicon.mask(handle);
        if (mask != 0 && ((flags & Lexicon.PLAIN) == 0 || isWithPrefix(mask, flags))) {
            return mask;
        }
        mask = verb(flags);
        if (mask == NONE) {
            mask = person(flags);
        }
        if (mask == NONE) {
            mask = plural();
        }
        if (mask == NONE) {
            mask = (flags & Lexicon.PLAIN) == 0 ? ending() : compounds.part(word);
        }
        return mask == NONE ? 0 : mask;
    }

    /** Whether the list has the word both in one and with a prefix apart that the Academy parts: bi. */
    private boolean isWithPrefix(int mask, int flags) {
        int p = Integer.numberOfTrailingZeros(mask);
        return (flags & Lexicon.COMMON) == 0 && mask == 1 << p && lexicon.has(word.hash(p), Lexicon.PREFIX);
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
            boolean person = endsIn(i + 1, Endings.PERSONS) || rest(i + 1, Endings.IS);
            if (person && lexicon.has(hash, Lexicon.PARTICIPLE)) {
                return 1 << mi | 1 << i + 1;
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
        return lexicon.flags(lexicon.find(word.hash(length)));
    }

    /** karde-and, shode-im, rafte-ast, shode-bud: a participle and a person, or was. */
    private int person(int flags) {
        int heh = lastHeh(Endings.LONGEST_WAS);
        if (heh < 1 || (flags & Lexicon.PLAIN) != 0 || !lexicon.has(word.hash(heh + 1), Lexicon.PARTICIPLE)) {
            return NONE;
        }
        boolean person = endsIn(heh + 1, Endings.PERSONS) && !rest(heh + 1, Endings.INDEFINITE);
        return person || rest(heh + 1, Endings.IS) || endsIn(heh + 1, Endings.WAS) ? 1 << heh + 1 : NONE;
    }

    /** The plural in ha with all that may follow it; or the indefinite of a word on silent Heh that looks the same. */
    private int plural() {
        int ha = lastHa();
        if (ha < 2 || !endsIn(ha + 2, Endings.AFTER_HA)) {
            return NONE;
        }
        int plural = noun(ha);
        boolean weAre = rest(ha + 1, Endings.WE_ARE) && !lexicon.has(word.hash(ha), Lexicon.COMMON);
        boolean afterHeh = rest(ha + 1, Endings.INDEFINITE) || rest(ha + 1, Endings.IS) || weAre;
        if (afterHeh && (plural == NONE || isHehFirst(ha + 1))) {
            int indefinite = stem(ha + 1);
            if (indefinite != NONE) {
                return indefinite | 1 << ha + 1;
            }
        }
        return plural == NONE ? NONE : plural | 1 << ha;
    }

    private boolean isHehFirst(int n) {
        boolean adverbial = at(n - 2) == NOON && at(n - 3) == ALEF;
        return adverbial && isAdverb(n) || lexicon.has(word.hash(n), Lexicon.HEH_FIRST);
    }

    /** Whether the letters up to a Heh after an are an adverb and not a noun: two plurals do not follow each other. */
    private boolean isAdverb(int n) {
        return lexicon.has(word.hash(n), Lexicon.COMPARABLE) || stems.known(word.hash(n - 1)) == NONE;
    }

    /** The same as stem, without verb forms. */
    private int noun(int n) {
        int flags = lexicon.flags(lexicon.find(word.hash(n)));
        boolean verb = (flags & Lexicon.VERBAL) != 0 || lexicon.has(word.hash(n + 1), Lexicon.PARTICIPLE);
        return verb && (flags & Lexicon.NOMINAL) == 0 ? NONE : stem(n);
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
            mask = counted();
        }
        if (mask == NONE) {
            mask = compounds.split(word);
        }
        return mask == NONE ? unlisted() : mask;
    }

    /** What letters alone tell of a word of which no list knows any part. */
    private int unlisted() {
        if (lexicon.has(word.hash(), Lexicon.COMMON)) {
            return NONE;
        }
        int mask = compounds.surname(word) | compounds.beforeMadda(word) | unlistedPlural();
        return mask == 0 ? NONE : mask;
    }

    /** The plural of a word that no list knows, where it can hardly be anything else. */
    private int unlistedPlural() {
        int ha = lastHa();
        boolean plural = ha >= SHORTEST_UNLISTED && endsIn(ha + 2, Endings.AFTER_HA);
        // Words on baha (price) and tanha (alone), and nahayi (final); adverbs in ane.
        char before = at(Math.max(0, ha - 1));
        if (!plural || before == BEH || before == NOON && at(ha - 2) != ALEF && at(ha - 2) != YEH) {
            return 0;
        }
        // With a Yeh or with is, it may be a word on Heh.
        boolean onHeh = rest(ha + 1, Endings.INDEFINITE) || rest(ha + 1, Endings.IS);
        return onHeh && endsOnHeh(ha) ? 1 << ha + 1 : 1 << ha;
    }

    /** Whether the letters up to the Heh are a word and a noun on silent Heh, as in chand-resane-i. */
    private boolean endsOnHeh(int heh) {
        for (int p = SHORTEST; heh + 1 - p >= SHORTEST_UNLISTED; p++) {
            boolean noun = lexicon.has(word.hash(p, heh + 1), Lexicon.HEH_FIRST);
            if (noun && stems.known(word.hash(p)) != NONE) {
                return true;
            }
        }
        return false;
    }

    private int afterHeh() {
        int heh = lastHeh(Endings.LONGEST_PERSON);
        if (heh < 1 || !endsIn(heh + 1, Endings.AFTER_HEH) || !lexicon.has(word.hash(heh + 1), Lexicon.SILENT_HEH)) {
            return NONE;
        }
        int stem = stem(heh + 1);
        return stem == NONE ? NONE : stem | 1 << heh + 1;
    }

    private int afterYeh() {
        for (String ending : Endings.AFTER_YEH) {
            int p = length - ending.length();
            if (p > 2 && at(p - 1) == YEH && rest(p, ending) && !isGlide(p)) {
                boolean name = p <= LONGEST_NAME && !lexicon.has(word.hash(p), Lexicon.COMMON);
                int stem = name ? stems.known(word.hash(p)) : stem(p);
                return stem == NONE ? NONE : stem | 1 << p;
            }
        }
        return areAfterConsonant() ? 1 << length - Endings.ARE.length() : NONE;
    }

    /** Whether the Yeh before a possessive only parts it from the vowel of the word. */
    private boolean isGlide(int p) {
        boolean vowel = at(p - 2) == ALEF || at(p - 2) == Chars.WAW;
        return vowel && at(p) != ALEF;
    }

    /** Whether and follows an adjective. */
    private boolean areAfterConsonant() {
        int p = length - Endings.ARE.length();
        return p > 3 && rest(p, Endings.ARE) && stems.known(word.hash(p)) == 0;
    }

    /** A number and what it counts, as in se-sale (three years old). */
    private int counted() {
        for (int p = SHORTEST; p <= length - SHORTEST_UNLISTED + 1; p++) {
            if (lexicon.has(word.hash(p), Lexicon.NUMBER) && lexicon.has(word.hash(p, length), Lexicon.COUNTED)) {
                return 1 << p;
            }
        }
        return NONE;
    }

    private int degree() {
        for (String degree : Endings.DEGREES) {
            int p = length - degree.length();
            if (p > 1 && rest(p, degree)) {
                int stem = lexicon.has(word.hash(p), Lexicon.COMPARABLE) || isAdjective(p, degree) ? stem(p) : NONE;
                return stem == NONE ? NONE : stem | 1 << p;
            }
        }
        return NONE;
    }

    /** Whether the first letters look like an adjective that the word list does not know as one. */
    private boolean isAdjective(int n, String degree) {
        boolean superlative = degree.length() > 3;
        int flags = lexicon.flags(lexicon.find(word.hash(n)));
        boolean known = (flags & (Lexicon.SILENT_HEH | Lexicon.COMMON)) != 0;
        return n > (superlative ? 2 : 3) && known || n > 3 && (superlative || at(n - 1) == YEH && n > 4);
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

    private int stem(int n) {
        return stems.of(word, n);
    }

    /** The last Heh with at least one letter after it, and at most so many. */
    private int lastHeh(int longest) {
        for (int p = length - 2; p >= Math.max(1, length - 1 - longest); p--) {
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
        return word.endsIn(p, endings);
    }

    /** Whether the word from letter {@code p} on is exactly the ending. */
    private boolean rest(int p, String ending) {
        return word.endsIn(p, ending);
    }

    private char at(int p) {
        return word.at(p);
    }
}
