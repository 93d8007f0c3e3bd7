package khabar.language.match;

/** What is attached to a word after a half-space. */
public enum Suffix {
    /** Nothing. */
    NONE,
    /** Plural, possessive, ezafe or copula: the word still names the same thing. */
    CLITIC,
    /** An adjective or an indefinite noun was made of the word: it names something else. */
    DERIVED
}
