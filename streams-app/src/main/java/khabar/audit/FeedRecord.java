package khabar.audit;

import java.time.Instant;
import khabar.schemas.Article;
import org.jspecify.annotations.Nullable;

/**
 * One record of news.articles.
 *
 * @param partition its partition
 * @param offset its offset
 * @param key its key
 * @param article its value; null for a tombstone
 * @param arrivedAt its record timestamp
 */
public record FeedRecord(
        int partition,
        long offset,
        @Nullable String key,
        @Nullable Article article,
        Instant arrivedAt) {
    /** Where it stands, as {@code partition@offset}. */
    String position() {
        return partition + "@" + offset;
    }
}
