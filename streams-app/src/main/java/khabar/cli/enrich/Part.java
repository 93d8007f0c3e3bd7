package khabar.cli.enrich;

/** What can be asked of the text core. */
public enum Part {
    /** The texts in the form of the profile. */
    NORMALIZE,
    /** Language and script. */
    LANGUAGE,
    /** Subjects with their evidence. */
    SUBJECTS,
    /** Entities and their mentions. */
    MENTIONS
}
