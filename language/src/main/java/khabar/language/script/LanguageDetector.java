package khabar.language.script;

/** Tells the main language and script of a text. Stateless and safe for many threads. */
public final class LanguageDetector {
    /** The best guess for the given text. */
    public LanguageGuess detect(CharSequence text) {
        long arabic = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
                .count();
        long latin = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        if (arabic + latin == 0) {
            return new LanguageGuess("und", "Zyyy", 0);
        }
        double share = (double) Math.max(arabic, latin) / (arabic + latin);
        return arabic >= latin ? new LanguageGuess("fa", "Arab", share) : new LanguageGuess("en", "Latn", share);
    }
}
