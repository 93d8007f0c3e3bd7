package khabar.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import khabar.schemas.Article;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
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
 * @param headers how many headers it has
 * @param headerBytes bytes of their names and values
 */
public record FeedRecord(
        int partition,
        long offset,
        @Nullable String key,
        @Nullable Article article,
        Instant arrivedAt,
        int headers,
        long headerBytes) {
    /** A record without headers. */
    public FeedRecord(int partition, long offset, @Nullable String key, @Nullable Article article, Instant arrivedAt) {
        this(partition, offset, key, article, arrivedAt, 0, 0);
    }

    /** The record as one of the feed; null where its value cannot be read as an article. */
    public static @Nullable FeedRecord read(Deserializer<Article> articles, ConsumerRecord<byte[], byte[]> one) {
        try {
            Article article = articles.deserialize(one.topic(), one.value());
            String key = one.key() == null ? null : new String(one.key(), UTF_8);
            long headerBytes = 0;
            for (Header header : one.headers()) {
                headerBytes +=
                        header.key().getBytes(UTF_8).length + (header.value() == null ? 0 : header.value().length);
            }
            return new FeedRecord(
                    one.partition(),
                    one.offset(),
                    key,
                    article,
                    Instant.ofEpochMilli(one.timestamp()),
                    one.headers().toArray().length,
                    headerBytes);
        } catch (SerializationException unreadable) {
            return null;
        }
    }

    /** Where it stands, as {@code partition@offset}. */
    public String position() {
        return partition + "@" + offset;
    }
}
