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

    /** A language of a script, and by how much evidence it is ahead of the next. */
    private record Choice(String language, int lead, boolean contested) {}

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
        Choice choice = languageIn(script, tally, claimed);
        double doubt = choice.contested() ? 0.5 * Math.pow(0.5, choice.lead() / HALF_DOUBT) : 0;
        return new LanguageGuess(choice.language(), Scripts.code(script), tally.share(script) * (1 - doubt));
    }

    private static Choice languageIn(UnicodeScript script, Tally tally, String claimed) {
        int best = -1;
        int bestScore = Integer.MIN_VALUE;
        int nextScore = Integer.MIN_VALUE;
        List<String> languages = Tally.languages();
        for (int l = 0; l < languages.size(); l++) {
            if (Cues.script(languages.get(l)) == script) {
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
        return best < 0
                ? new Choice(Scripts.language(script), 0, false)
                : new Choice(languages.get(best), bestScore - nextScore, true);
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
