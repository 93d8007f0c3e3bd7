package khabar.language.halfspace;

import khabar.language.script.Chars;

/** What the beginning of a word is: a word of the list, or one with a light ending. */
final class Stems {
    /** No word. */
    static final int NONE = -1;

    private static final char NOON = '\u0646';
    private static final char GAF = '\u06af';

    private final Lexicon lexicon;

    Stems(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The half-spaces within the first {@code n} letters if they are a word or one with a light ending, or NONE. */
    int of(Letters word, int n) {
        int mask = known(word.hash(n));
        if (mask != NONE || n < 3) {
            return mask;
        }
        if (word.at(n - 1) == Chars.FARSI_YEH) {
            mask = known(word.hash(n - 1));
            if (mask == NONE && word.at(n - 2) == Chars.FARSI_YEH) {
                mask = known(word.hash(n - 2));
            }
            if (mask == NONE) {
                mask = beforeAn(word, n - 1);
            }
            return mask == NONE && n > 4 ? indefinite(word, n) : mask;
        }
        return beforeAn(word, n);
    }

    /** A word before the plural an, or gan after silent Heh. */
    private int beforeAn(Letters word, int n) {
        if (n < 5 || word.at(n - 1) != NOON || word.at(n - 2) != Chars.ALEF) {
            return NONE;
        }
        int mask = known(word.hash(n - 2));
        boolean gan = mask == NONE && word.at(n - 3) == GAF;
        return gan ? known(Lexicon.step(word.hash(n - 3), Chars.HEH)) : mask;
    }

    /** A word on silent Heh with an i after it, as in kore-i-ha. */
    private int indefinite(Letters word, int n) {
        boolean heh = word.at(n - 1) == Chars.FARSI_YEH && word.at(n - 2) == Chars.ALEF && word.at(n - 3) == Chars.HEH;
        if (!heh || !lexicon.has(word.hash(n - 2), Lexicon.SILENT_HEH)) {
            return NONE;
        }
        int mask = known(word.hash(n - 2));
        return mask == NONE ? NONE : mask | 1 << n - 2;
    }

    /** The half-spaces of the word with this hash if it is in the list, or NONE. */
    int known(long hash) {
        int handle = lexicon.find(hash);
        if ((lexicon.flags(handle) & Lexicon.PLAIN) != 0) {
            return 0;
        }
        return lexicon.mask(handle) == 0 ? NONE : lexicon.mask(handle);
    }
}
