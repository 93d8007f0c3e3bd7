package khabar.language.subject;

/**
 * One reason of a rule: a phrase, or several phrases that must stand together.
 *
 * @param subject index of the subject that it speaks for
 * @param weight how strongly; below zero where it speaks against
 * @param kind how its phrases must stand
 * @param phrases numbers of its phrases
 * @param without numbers of phrases that must not stand in the article
 * @param written the term as the rule file has it
 */
record Term(int subject, double weight, Kind kind, int[] phrases, int[] without, String written) {
    /** How the phrases of a term must stand. */
    enum Kind {
        /** There is one phrase only. */
        SINGLE,
        /** All phrases stand within a few words of each other. */
        NEAR,
        /** All phrases stand somewhere in the article. */
        ALL
    }
}
