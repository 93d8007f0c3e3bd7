package khabar.language.recognize;

/**
 * A stretch of words that looks like a name.
 *
 * @param first first word
 * @param last last word
 * @param kind whose name it is
 * @param confidence how sure this is, from 0 to 1
 */
public record UnknownName(int first, int last, Kind kind, double confidence) {
    /** What is named. */
    public enum Kind {
        PERSON,
        PLACE,
        ORGANISATION
    }

    /** Whether it is a person's name. */
    public boolean person() {
        return kind == Kind.PERSON;
    }
}
