package khabar.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import khabar.schemas.Article;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
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
    /** The record as one of the feed; null where its value cannot be read as an article. */
    public static @Nullable FeedRecord read(Deserializer<Article> articles, ConsumerRecord<byte[], byte[]> one) {
        try {
            Article article = articles.deserialize(one.topic(), one.value());
            String key = one.key() == null ? null : new String(one.key(), UTF_8);
            return new FeedRecord(one.partition(), one.offset(), key, article, Instant.ofEpochMilli(one.timestamp()));
        } catch (SerializationException unreadable) {
            return null;
        }
    }

    /** Where it stands, as {@code partition@offset}. */
    public String position() {
        return partition + "@" + offset;
    }
}
