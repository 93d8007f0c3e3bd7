package khabar.language.recognize;

import khabar.language.match.Tokens;

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

    /**
     * The given beginning, and the words as they stand in the match key, with a hyphen between those that no half-space
     * joins.
     *
     * @param less so many letters of the last word are left out
     */
    public String id(String beginning, Tokens tokens, int less) {
        String key = tokens.text().key();
        int length = beginning.length();
        char[] id = new char[length + tokens.fullEnd(last) - tokens.start(first) + last - first];
        beginning.getChars(0, length, id, 0);
        for (int i = first; i <= last; i++) {
            if (i > first && !tokens.isJoined(i)) {
                id[length++] = '-';
            }
            key.getChars(tokens.start(i), tokens.fullEnd(i), id, length);
            length += tokens.fullEnd(i) - tokens.start(i);
        }
        return new String(id, 0, length - less);
    }

    /** The given words as they stand in the match key, with nothing between them. */
    public static String joined(Tokens tokens, int first, int last) {
        StringBuilder words = new StringBuilder();
        for (int i = first; i <= last; i++) {
            words.append(tokens.word(i));
        }
        return words.toString();
    }
}
