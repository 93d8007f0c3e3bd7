package khabar.language.recognize;

/**
 * A stretch of words that looks like a name.
 *
 * @param first first word
 * @param last last word
 * @param person whether it is a person's name; a place's otherwise
 * @param confidence how sure this is, from 0 to 1
 */
public record UnknownName(int first, int last, boolean person, double confidence) {}
