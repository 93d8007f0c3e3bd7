package khabar.language.halfspace;

import khabar.language.script.Chars;

/**
 * Chooses between a plural and an indefinite form that have lost their half-spaces and look the same,
 * such as harf-ha-ye (words of) and herfe-i (professional), by the words about them.
 */
final class Context {
    private final Lexicon lexicon;

    Context(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether both forms are words: {@link Lexicon#EITHER}, {@link Lexicon#EITHER_ADJECTIVE}, or 0. */
    int kind(Letters word) {
        int indefinite = word.length() - Endings.INDEFINITE.length();
        if (indefinite < 2 || !word.endsWith(Chars.FARSI_YEH) || word.at(indefinite - 1) != Chars.HEH) {
            return 0;
        }
        long hash = Lexicon.start();
        for (int i = 0; i < indefinite; i++) {
            hash = Lexicon.step(hash, word.at(i));
        }
        int flags = lexicon.flags(lexicon.find(hash));
        boolean ends = word.endsIn(indefinite, new String[] {Endings.INDEFINITE});
        return ends ? flags & (Lexicon.EITHER | Lexicon.EITHER_ADJECTIVE) : 0;
    }

    /**
     * Whether the indefinite form is meant.
     *
     * @param before flags of the word before, 0 for an unknown one, {@link Lexicon#FUNCTION} at the beginning
     *     of a clause
     * @param after the same of the word after, {@link Lexicon#FUNCTION} at the end of a clause
     */
    boolean isIndefinite(int kind, int before, int after) {
        if ((before & Lexicon.DETERMINER) != 0) {
            return true;
        }
        // The plural that ends in Yeh is bound to the word after it, and that is no particle and no verb.
        if ((after & Lexicon.FUNCTION) != 0) {
            return true;
        }
        return kind == Lexicon.EITHER_ADJECTIVE && (before & Lexicon.FUNCTION) == 0;
    }
}
