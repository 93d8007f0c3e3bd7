package khabar.language.evaluate;

/**
 * A mention as a labelled file or the core gives it.
 *
 * @param start first character in the text
 * @param end one past the last character
 * @param type its class, such as {@code PERSON}
 */
public record LabelledMention(int start, int end, String type) {}
