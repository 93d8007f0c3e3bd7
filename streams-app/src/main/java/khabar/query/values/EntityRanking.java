package khabar.query.values;

import java.util.Optional;
import khabar.schemas.EntityCount;

/**
 * Some of the entities of a window, most named first: by mentions, then by articles, then by id.
 *
 * @param type only entities of this type; of any where it is empty
 * @param unique whether near-duplicates do not count
 * @param demonyms whether words such as Iranian count, as far as they were counted
 * @param offset how many are passed over
 * @param limit at most so many
 */
public record EntityRanking(Optional<String> type, boolean unique, boolean demonyms, int offset, int limit) {

    /** All entities in the order of everything that was counted. */
    public static EntityRanking all() {
        return new EntityRanking(Optional.empty(), false, true, 0, Integer.MAX_VALUE);
    }

    /** The count as it is ranked. */
    public EntityCount ranked(EntityCount count) {
        return demonyms ? count : WithoutDemonyms.of(count);
    }
}
