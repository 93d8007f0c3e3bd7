package khabar.cli.imports.source;

/** Guesses the language of a name that comes without one, by its script. */
final class NameLanguage {
    private static final String PERSIAN_ONLY = "\u067e\u0686\u0698\u06af\u06a9\u06cc\u200c";
    private static final String ARABIC_ONLY = "\u064a\u0643\u0629\u0649\u0623\u0625\u0624";

    private NameLanguage() {}

    /** {@code fa}, {@code ar}, {@code en}, or an empty string for another script. */
    static String of(String name) {
        boolean arabicScript = false;
        boolean arabic = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (PERSIAN_ONLY.indexOf(c) >= 0) {
                return "fa";
            }
            arabic |= ARABIC_ONLY.indexOf(c) >= 0;
            Character.UnicodeScript script = Character.UnicodeScript.of(c);
            arabicScript |= script == Character.UnicodeScript.ARABIC;
            if (Character.isLetter(c)
                    && script != Character.UnicodeScript.ARABIC
                    && script != Character.UnicodeScript.LATIN) {
                return "";
            }
        }
        // Letters that both have may be either; the match key is the same.
        return arabic ? "ar" : arabicScript ? "fa" : "en";
    }
}
