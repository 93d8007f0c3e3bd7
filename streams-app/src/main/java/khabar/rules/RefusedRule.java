package khabar.rules;

/**
 * A rule that stands on news.rules and says nothing.
 *
 * @param posted its record
 * @param reason what is wrong with it
 */
public record RefusedRule(PostedRule posted, String reason) {}
