package khabar.language.entity;

import khabar.language.normalize.Span;

/**
 * One span of text that names an entity.
 *
 * @param entity what is named
 * @param span where, in the original text
 * @param surfaceForm the original characters of the span
 * @param foundBy how it was found
 * @param confidence how sure this is, from 0 to 1
 * @param nestedIn index in the list of mentions of the shortest longer mention that contains this one,
 *     or {@link #TOP_LEVEL}
 * @param counted false where this mention is nested in a longer mention of the same entity: both are
 *     shown, one is counted
 */
public record Mention(
        Entity entity,
        Span span,
        String surfaceForm,
        FoundBy foundBy,
        double confidence,
        int nestedIn,
        boolean counted) {
    /** Value of {@link #nestedIn} for a mention that no other contains. */
    public static final int TOP_LEVEL = -1;
}
