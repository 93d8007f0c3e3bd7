package khabar.language.segment;

import khabar.language.normalize.Span;

/**
 * A word, a number or a sign.
 *
 * @param form as it is displayed
 * @param kind what it is
 * @param span where it stands in the original
 */
public record Token(String form, TokenKind kind, Span span) {}
