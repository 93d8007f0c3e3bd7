package khabar.language.script;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;

/**
 * Which language each stretch of a text is in, by letters: one that says much in few words outvotes no other that is
 * written more of. For one thread.
 */
final class Votes {
    /** By so much a language is ahead in a stretch that it wins. */
    private static final int CLEAR = 20;
    /** The first language of each script, as {@link Cues} numbers them, and the end of the last. */
    private static final int[] FIRST = {Cues.FA, Cues.EN, Cues.RU, Cues.UK + 1};

    private static final int[] SCRIPTS = {
        UnicodeScript.ARABIC.ordinal(), UnicodeScript.LATIN.ordinal(), UnicodeScript.CYRILLIC.ordinal()
    };

    /** By language: letters of the stretches that it won, and its leads over the second one there. */
    private final int[] letters = new int[Cues.UK + 1];

    private final int[] leads = new int[Cues.UK + 1];

    private final int[] scoresBefore = new int[Cues.UK + 1];
    private final int[] lettersBefore = new int[SCRIPTS.length];

    /** A stretch begins, given the scores and the letters of each script up to there. */
    void begin(int[] scores, int[] lettersOfScripts) {
        System.arraycopy(scores, 0, scoresBefore, 0, scoresBefore.length);
        for (int s = 0; s < SCRIPTS.length; s++) {
            lettersBefore[s] = lettersOfScripts[SCRIPTS[s]];
        }
    }

    /** The stretch ends: in each script the language that gained most wins its letters. */
    void end(int[] scores, int[] lettersOfScripts) {
        for (int s = 0; s < SCRIPTS.length; s++) {
            int written = lettersOfScripts[SCRIPTS[s]] - lettersBefore[s];
            if (written > 0) {
                vote(scores, s, written);
            }
        }
    }

    private void vote(int[] scores, int script, int written) {
        int winner = -1;
        int most = 0;
        int next = 0;
        for (int l = FIRST[script]; l < FIRST[script + 1]; l++) {
            int gained = scores[l] - scoresBefore[l];
            winner = gained > most ? l : winner;
            next = Math.max(next, Math.min(gained, most));
            most = Math.max(most, gained);
        }
        if (most - next >= CLEAR) {
            letters[winner] += written;
            leads[winner] += most - next;
        }
    }

    /** Whether what was read of the stretch puts Persian further ahead. */
    boolean isForPersian(int[] scores) {
        return Cues.persianLead(scores) > Cues.persianLead(scoresBefore);
    }

    /** Lets so many letters of the stretch, which have been read, stand for so many more of the Arabic script. */
    void scale(int[] scores, int more, int read) {
        for (int l = Cues.FA; l <= Cues.CKB; l++) {
            scores[l] += (scores[l] - scoresBefore[l]) * more / read;
        }
    }

    /** Letters of the stretches that the language won. */
    int letters(int language) {
        return letters[language];
    }

    /** The leads of the language over the second one where it won, together. */
    int lead(int language) {
        return leads[language];
    }

    /** Adds the votes on another text. */
    void add(Votes other) {
        for (int l = 0; l < letters.length; l++) {
            letters[l] += other.letters[l];
            leads[l] += other.leads[l];
        }
    }

    /** Forgets all votes. */
    void clear() {
        Arrays.fill(letters, 0);
        Arrays.fill(leads, 0);
    }
}
