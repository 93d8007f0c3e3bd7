package khabar.language.script;

import java.lang.Character.UnicodeScript;
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
        Tally.Choice choice = tally.languageIn(script, claimed);
        double doubt = choice.contested() ? 0.5 * Math.pow(0.5, choice.lead() / HALF_DOUBT) : 0;
        return new LanguageGuess(choice.language(), Scripts.code(script), tally.share(script) * (1 - doubt));
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
