package khabar.language.halfspace;

import java.util.List;

/**
 * An ending of a compound.
 *
 * @param letters without the half-space before it
 * @param isApart whether a half-space stands before it
 * @param points how much it speaks for a compound
 */
record Ending(String letters, boolean isApart, int points) {
    static final Ending NONE = new Ending("", false, 0);
    static final Ending INDEFINITE = new Ending("\u0627\u06cc", false, 0);
    private static final int PLURAL = 7;
    private static final int POSSESSIVE = -20;

    /** Nothing, i, an, ha and what follows it, ani, i, yi, ane, am, ash, tar, tarin. */
    static final List<Ending> OF_SECOND_PARTS = List.of(
            NONE,
            INDEFINITE,
            new Ending("\u06cc", false, 0),
            new Ending("\u0627\u0646", false, 0),
            new Ending("\u0647\u0627", true, PLURAL),
            new Ending("\u0647\u0627\u06cc", true, PLURAL),
            new Ending("\u0647\u0627\u06cc\u06cc", true, PLURAL),
            new Ending("\u0647\u0627\u06cc\u0634", true, PLURAL),
            new Ending("\u0627\u0646\u06cc", false, 0),
            new Ending("\u06cc\u06cc", false, 0),
            new Ending("\u0627\u0646\u0647", false, 0),
            new Ending("\u0645", false, POSSESSIVE),
            new Ending("\u0634", false, POSSESSIVE),
            new Ending("\u062a\u0631", true, 0),
            new Ending("\u062a\u0631\u06cc\u0646", true, 0));
}
