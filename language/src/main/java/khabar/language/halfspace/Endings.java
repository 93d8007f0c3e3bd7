package khabar.language.halfspace;

/** The endings of Persian words, without the half-space before them. */
final class Endings {
    /** What may follow the plural ha: nothing, i, yi (in two spellings), am, at, ash, ast, and, eman, etan, eshan. */
    static final String[] AFTER_HA = {
        "",
        "\u06cc",
        "\u06cc\u06cc",
        "\u0626\u06cc",
        "\u06cc\u0645",
        "\u06cc\u062a",
        "\u06cc\u0634",
        "\u0633\u062a",
        "\u06cc\u0646\u062f",
        "\u06cc\u0645\u0627\u0646",
        "\u06cc\u062a\u0627\u0646",
        "\u06cc\u0634\u0627\u0646"
    };
    /** The persons after a participle: am, i, im, id, and. */
    static final String[] PERSONS = {
        "\u0627\u0645", "\u0627\u06cc", "\u0627\u06cc\u0645", "\u0627\u06cc\u062f", "\u0627\u0646\u062f"
    };
    /** Forms of was, and of the subjunctive of to be, after a participle: bud, budam, budim, budid, budand, bashad, bashand. */
    static final String[] WAS = {
        "\u0628\u0648\u062f",
        "\u0628\u0648\u062f\u0645",
        "\u0628\u0648\u062f\u06cc\u0645",
        "\u0628\u0648\u062f\u06cc\u062f",
        "\u0628\u0648\u062f\u0646\u062f",
        "\u0628\u0627\u0634\u062f",
        "\u0628\u0627\u0634\u0646\u062f"
    };

    static final int LONGEST_WAS = 5;
    static final int LONGEST_PERSON = 3;
    /** What may stand after silent Heh behind a space: the persons, at, ash, man, tan, shan. */
    static final String[] AFTER_HEH_SPACED = {
        "\u0627\u0645",
        "\u0627\u06cc",
        "\u0627\u06cc\u0645",
        "\u0627\u06cc\u062f",
        "\u0627\u0646\u062f",
        "\u0627\u062a",
        "\u0627\u0634",
        "\u0645\u0627\u0646",
        "\u062a\u0627\u0646",
        "\u0634\u0627\u0646"
    };
    /** Possessives that stand apart behind a space: man, tan, shan. */
    static final String[] POSSESSIVES = {"\u0645\u0627\u0646", "\u062a\u0627\u0646", "\u0634\u0627\u0646"};
    /** What may stand after Yeh behind a space: am, ash, and. */
    static final String[] AFTER_YEH_SPACED = {"\u0627\u0645", "\u0627\u0634", "\u0627\u0646\u062f"};
    /** What stands apart after silent Heh: the same, and i. */
    static final String[] AFTER_HEH = {
        "\u0627\u0645",
        "\u0627\u06cc",
        "\u0627\u06cc\u0645",
        "\u0627\u06cc\u062f",
        "\u0627\u0646\u062f",
        "\u0627\u062a",
        "\u0627\u0634",
        "\u0645\u0627\u0646",
        "\u062a\u0627\u0646",
        "\u0634\u0627\u0646",
        "\u06cc"
    };
    /** What stands apart after Yeh: am, ash, and, im, id, i, man, tan, shan. */
    static final String[] AFTER_YEH = {
        "\u0627\u0645",
        "\u0627\u0634",
        "\u0627\u0646\u062f",
        "\u0627\u06cc\u0645",
        "\u0627\u06cc\u062f",
        "\u0627\u06cc",
        "\u0645\u0627\u0646",
        "\u062a\u0627\u0646",
        "\u0634\u0627\u0646"
    };

    /** The third person plural of to be. */
    static final String ARE = "\u0627\u0646\u062f";

    /** The first person plural of to be. */
    static final String WE_ARE = "\u0627\u06cc\u0645";

    static final String INDEFINITE = "\u0627\u06cc";
    /** The third person singular of to be. */
    static final String IS = "\u0627\u0633\u062a";
    /** mi and nemi, alone and after the preverbs bar, baz, dar, fara, foru, va and sar. */
    static final String[] VERB_PREFIXES = {
        "\u0645\u06cc",
        "\u0646\u0645\u06cc",
        "\u0628\u0631\u0645\u06cc",
        "\u0628\u0631\u0646\u0645\u06cc",
        "\u0628\u0627\u0632\u0645\u06cc",
        "\u0628\u0627\u0632\u0646\u0645\u06cc",
        "\u062f\u0631\u0645\u06cc",
        "\u062f\u0631\u0646\u0645\u06cc",
        "\u0641\u0631\u0627\u0645\u06cc",
        "\u0641\u0631\u0648\u0645\u06cc",
        "\u0648\u0627\u0645\u06cc",
        "\u0633\u0631\u0645\u06cc"
    };
    /** Comparative and superlative, longest first. */
    static final String[] DEGREES = {
        "\u062a\u0631\u06cc\u0646\u06cc", "\u062a\u0631\u06cc\u0646", "\u062a\u0631\u06cc", "\u062a\u0631"
    };
    /** Letters of the longest comparative. */
    static final int COMPARATIVE = 3;
    /** Objects after a verb: eman, etan, eshan, ash, ast. */
    static final String[] OBJECTS = {"\u0645\u0627\u0646", "\u062a\u0627\u0646", "\u0634\u0627\u0646", "\u0634"};
    /** Endings that join, and after which the word before is looked up. */
    static final String[] CLITICS = {
        "\u0645\u0627\u0646", "\u062a\u0627\u0646", "\u0634\u0627\u0646", "\u0634", "\u0645", "\u062a",
        "\u0633\u062a", "\u0646\u062f", "\u06cc\u0645", "\u06cc\u062f", "\u06cc\u0634", "\u06cc\u0634\u0627\u0646"
    };
    /** Endings of the second part of a compound: nothing, i, an, yi. */
    static final String[] OF_TAILS = {"", "\u06cc", "\u0627\u0646", "\u06cc\u06cc"};
    /** Endings of a compound as a whole: those, eshan, eman and the plurals. */
    static final String[] OF_COMPOUNDS = {
        "",
        "\u06cc",
        "\u06cc\u06cc",
        "\u0627\u0646",
        "\u0634\u0627\u0646",
        "\u0645\u0627\u0646",
        "\u0647\u0627",
        "\u0647\u0627\u06cc",
        "\u0647\u0627\u06cc\u06cc",
        "\u0647\u0627\u06cc\u0634",
        "\u0647\u0627\u06cc\u0634\u0627\u0646"
    };

    private Endings() {}
}
