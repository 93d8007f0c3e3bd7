package khabar.query.values;

import java.util.Optional;

/**
 * Some of the entities of a window, most named first: by mentions, then by articles, then by id.
 *
 * @param type only entities of this type; of any where it is empty
 * @param unique whether near-duplicates do not count
 * @param offset how many are passed over
 * @param limit at most so many
 */
public record EntityRanking(Optional<String> type, boolean unique, int offset, int limit) {

    /** All entities in the order of everything that was counted. */
    public static EntityRanking all() {
        return new EntityRanking(Optional.empty(), false, 0, Integer.MAX_VALUE);
    }
}
