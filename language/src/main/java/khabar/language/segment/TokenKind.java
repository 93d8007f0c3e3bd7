package khabar.language.segment;

/** What a token is. */
public enum TokenKind {
    /** A word, with its half-spaces, apostrophes and figures. */
    WORD,
    /** A number with its separators: decimals, thousands, times, dates. */
    NUMBER,
    /** Single letters with dots between them. */
    ABBREVIATION,
    /** A web or e-mail address. */
    ADDRESS,
    /** A hashtag or a mention of an account. */
    TAG,
    /** One sign of punctuation, or a run of the same. */
    PUNCTUATION,
    /** Anything else that can be seen, such as a currency sign or a picture. */
    SYMBOL
}
