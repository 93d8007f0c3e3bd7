package khabar.language.normalize;

/**
 * A range of characters in one of the original texts of a document.
 *
 * @param text index of the text within the document
 * @param start first character, in UTF-16 code units of the original
 * @param end one past the last character, in UTF-16 code units of the original
 */
public record Span(int text, int start, int end) {
    /** Whether the other span lies within this one and is shorter. */
    public boolean strictlyContains(Span other) {
        return contains(other) && other.end - other.start < end - start;
    }

    /** Whether the other span lies within this one, or is the same. */
    public boolean contains(Span other) {
        return text == other.text && start <= other.start && other.end <= end;
    }

    /** Whether the two have a character in common. */
    public boolean overlaps(Span other) {
        return text == other.text && start < other.end && other.start < end;
    }
}
