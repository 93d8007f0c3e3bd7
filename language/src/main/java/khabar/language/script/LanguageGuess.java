package khabar.language.script;

/**
 * The main language of a text.
 *
 * @param language BCP 47 tag; {@code und} where unknown
 * @param script ISO 15924 code; {@code Zyyy} where unknown
 * @param confidence how sure this is, from 0 to 1
 */
public record LanguageGuess(String language, String script, double confidence) {}
