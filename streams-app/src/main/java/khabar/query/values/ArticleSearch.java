package khabar.query.values;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are wanted: those that meet everything that is not null, newest first.
 *
 * @param entity id of an entity that they name
 * @param subject code of a subject that they have
 * @param source who published them
 * @param language their main language, as a BCP 47 tag
 * @param from published at or after it
 * @param to published before it
 * @param before where to go on: {@link Page#next} of the rows before
 * @param limit at most so many
 */
public record ArticleSearch(
        @Nullable String entity,
        @Nullable String subject,
        @Nullable String source,
        @Nullable String language,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String before,
        int limit) {

    /** The newest articles that name an entity, within a time. */
    public static ArticleSearch ofEntity(String entity, Instant from, Instant to, int limit) {
        return new ArticleSearch(entity, null, null, null, from, to, null, limit);
    }
}
