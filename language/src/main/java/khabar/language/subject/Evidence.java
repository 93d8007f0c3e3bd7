package khabar.language.subject;

import khabar.language.normalize.Span;

/**
 * A piece of text that speaks for a subject.
 *
 * @param span where, in the original text
 * @param term the term of the rule that was found there
 */
public record Evidence(Span span, String term) {}
