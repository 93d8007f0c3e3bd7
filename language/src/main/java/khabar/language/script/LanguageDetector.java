package khabar.language.script;

import java.lang.Character.UnicodeScript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the main language and script of a text: the script by its letters, the language within the
 * script by letters and small words. Immutable and safe for many threads.
 */
public final class LanguageDetector {
    /** The BCP 47 tag of Persian. */
    public static final String PERSIAN = "fa";

    private static final String UNKNOWN = "und";
    private static final String UNKNOWN_SCRIPT = "Zyyy";
    /** Evidence that halves the doubt about the language within its script. */
    private static final double HALF_DOUBT = 20;

    private static final int NONE = -1;

    /** The number of a language of a script, and by how much evidence it is ahead of the next. */
    private record Choice(int language, int lead) {}

    /** The best guess for the given text. */
    public LanguageGuess detect(CharSequence text) {
        return detect(text, null);
    }

    /** The best guess for the given text, where a claimed language (a BCP 47 tag) tips the scales. */
    public LanguageGuess detect(CharSequence text, @Nullable String claimedLanguage) {
        char[] chars = text.toString().toCharArray();
        Tally tally = new Tally();
        tally.read(chars, chars.length);
        return guess(tally, claimedLanguage);
    }

    /** The best guess for what was counted, where a claimed language (a BCP 47 tag) tips the scales. */
    public LanguageGuess guess(Tally tally, @Nullable String claimedLanguage) {
        UnicodeScript script = tally.mainScript();
        if (script == UnicodeScript.COMMON) {
            return new LanguageGuess(UNKNOWN, UNKNOWN_SCRIPT, 0);
        }
        String claimed = claimedLanguage == null ? "" : claimedLanguage.split("[-_]", 2)[0];
        Choice choice = byVotes(byScore(script, tally, claimed), script, tally);
        if (choice.language() == NONE) {
            return new LanguageGuess(Scripts.language(script), Scripts.code(script), tally.share(script));
        }
        double doubt = 0.5 * Math.pow(0.5, choice.lead() / HALF_DOUBT);
        double others = (double) otherLetters(choice.language(), script, tally) / tally.letters(script);
        String language = Tally.languages().get(choice.language());
        return new LanguageGuess(language, Scripts.code(script), tally.share(script) * (1 - doubt) * (1 - others));
    }

    /** The language of the script for which most speaks, all in all. */
    private static Choice byScore(UnicodeScript script, Tally tally, String claimed) {
        int best = NONE;
        int bestScore = Integer.MIN_VALUE;
        int nextScore = Integer.MIN_VALUE;
        List<String> languages = Tally.languages();
        for (int l = 0; l < languages.size(); l++) {
            if (isOf(script, l)) {
                int score = tally.score(l)
                        + Cues.prior(languages.get(l))
                        + (languages.get(l).equals(claimed) ? 8 : 0);
                if (score > bestScore) {
                    nextScore = bestScore;
                    bestScore = score;
                    best = l;
                } else if (score > nextScore) {
                    nextScore = score;
                }
            }
        }
        return new Choice(best, bestScore - nextScore);
    }

    /** The language of more than half of the letters, where there is another such one; else the given one. */
    private static Choice byVotes(Choice choice, UnicodeScript script, Tally tally) {
        Votes votes = tally.votes();
        for (int l = 0; l < Tally.languages().size(); l++) {
            boolean other = l != choice.language() && isOf(script, l);
            if (other && 2 * votes.letters(l) > tally.letters(script)) {
                return new Choice(l, votes.lead(l));
            }
        }
        return choice;
    }

    /** How many letters of the script belong to stretches that another of its languages won. */
    private static int otherLetters(int language, UnicodeScript script, Tally tally) {
        int letters = 0;
        for (int l = 0; l < Tally.languages().size(); l++) {
            letters += l != language && isOf(script, l) ? tally.votes().letters(l) : 0;
        }
        return letters;
    }

    private static boolean isOf(UnicodeScript script, int language) {
        return Cues.script(Tally.languages().get(language)) == script;
    }

    /** Whether the text is Persian in the main. */
    public boolean isPersian(String text) {
        return isPersian(text.toCharArray(), text.length());
    }

    /** Whether the first {@code length} characters are Persian in the main. */
    public boolean isPersian(char[] text, int length) {
        Tally tally = new Tally();
        tally.readUntilSure(text, length);
        return tally.isPersian();
    }
}
