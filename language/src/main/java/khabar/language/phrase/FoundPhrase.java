package khabar.language.phrase;

import khabar.language.normalize.Span;

/**
 * A place where a phrase stands.
 *
 * @param phrase its number among the phrases of the finder
 * @param span where it stands in the original texts
 */
public record FoundPhrase(int phrase, Span span) {}
