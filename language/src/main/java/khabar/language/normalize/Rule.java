package khabar.language.normalize;

/** One thing that the display form puts right; each can be switched. */
public enum Rule {
    /** Arabic letters in Persian text become the Persian ones: Yeh, Kaf, the forms of Heh. */
    LETTERS,
    /** Arabic digits in Persian text become the Persian ones; ASCII digits stay. */
    DIGITS,
    /** Kashida goes, but where it is a dash it becomes one. */
    KASHIDA,
    /** A letter written three times or more for emphasis is written once. */
    REPEATED_LETTERS,
    /** Straight and English quotation marks become guillemets. */
    QUOTES,
    /** Latin comma, semicolon and question mark after Persian become the Persian ones; three dots one ellipsis. */
    PUNCTUATION,
    /** Spaces before, after and within punctuation. */
    SPACING,
    /** Lost half-spaces come back, both the deleted and those written as a space. */
    HALF_SPACES
}
