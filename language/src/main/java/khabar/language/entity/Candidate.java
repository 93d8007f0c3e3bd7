package khabar.language.entity;

/**
 * A place in a text where a name of the gazetteer stands, before it is decided what it names.
 *
 * @param text index of the text
 * @param token first token
 * @param start first character, in the match key
 * @param end one past the last character, in the match key
 * @param name number of the name in the gazetteer
 */
record Candidate(int text, int token, int start, int end, int name) {
    int length() {
        return end - start;
    }

    boolean sameSpan(Candidate other) {
        return text == other.text && start == other.start && end == other.end;
    }
}
