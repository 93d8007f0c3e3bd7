package khabar.language.entity;

/** How a mention was found. */
public enum FoundBy {
    /** A surface form of the gazetteer. */
    GAZETTEER,
    /** A surname alone, after the full name in the same article. */
    SURNAME,
    /** The recognizer of unknown names. */
    RECOGNIZER,
    /** A word for the people and things of a place; such mentions count only where the user wants it. */
    DEMONYM
}
