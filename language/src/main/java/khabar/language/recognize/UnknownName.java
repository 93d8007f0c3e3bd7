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

    /** The given words as they stand in the match key, with something between those that no half-space joins. */
    public static String words(Tokens tokens, int first, int last, String between) {
        if (first == last) {
            return tokens.word(first);
        }
        if (between.equals("-") && isSpaced(tokens, first, last)) {
            return tokens.text()
                    .key()
                    .substring(tokens.start(first), tokens.fullEnd(last))
                    .replace(' ', '-');
        }
        StringBuilder words = new StringBuilder();
        for (int i = first; i <= last; i++) {
            words.append(i > first && !tokens.isJoined(i) ? between : "").append(tokens.word(i));
        }
        return words.toString();
    }

    /** Whether one space stands before each of the words but for the first one. */
    private static boolean isSpaced(Tokens tokens, int first, int last) {
        for (int i = first + 1; i <= last; i++) {
            int space = tokens.fullEnd(i - 1);
            if (tokens.isJoined(i)
                    || tokens.start(i) != space + 1
                    || tokens.text().key().charAt(space) != ' ') {
                return false;
            }
        }
        return true;
    }
}
