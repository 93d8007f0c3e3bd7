package khabar.language.entity;

/** What becomes of words for the people and things of a place, such as "Iranian". */
public enum Demonyms {
    /** They are no mentions. */
    NONE,
    /** They are mentions of the place, of their own kind, and are not counted. */
    SHOWN,
    /** They are mentions of the place, of their own kind, and count like its name. */
    COUNTED
}
