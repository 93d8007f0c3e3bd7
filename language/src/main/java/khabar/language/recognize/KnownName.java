package khabar.language.recognize;

import khabar.language.normalize.Span;
import org.jspecify.annotations.Nullable;

/**
 * A name in a text that is known already.
 *
 * @param span where it stands
 * @param kind what it names; null for what is neither person, place nor organisation
 */
public record KnownName(Span span, UnknownName.@Nullable Kind kind) {}
