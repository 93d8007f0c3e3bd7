package khabar.topology.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import khabar.schemas.state.Original;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Which article, and in which order: by event time, then by the bytes of the uri. An article whose event
 * time is corrected is another one here. As bytes: event time in milliseconds with its sign bit flipped
 * (8 bytes), uri in UTF-8.
 *
 * @param publishedAt event time
 * @param uri identity of the article
 */
record ArticleKey(Instant publishedAt, String uri) implements Comparable<ArticleKey> {
    static ArticleKey of(Original original) {
        return new ArticleKey(original.getPublishedAt(), original.getUri());
    }

    /** Smallest key at the given time, which no article has. */
    static ArticleKey from(Instant time) {
        return new ArticleKey(time, "");
    }

    static Serde<ArticleKey> serde() {
        return Serdes.serdeFrom((topic, key) -> key.bytes(), (topic, bytes) -> of(ByteBuffer.wrap(bytes)));
    }

    static ArticleKey of(ByteBuffer bytes) {
        Instant publishedAt = Instant.ofEpochMilli(bytes.getLong() ^ Long.MIN_VALUE);
        return new ArticleKey(publishedAt, UTF_8.decode(bytes).toString());
    }

    byte[] bytes() {
        byte[] name = uri.getBytes(UTF_8);
        return ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(publishedAt.toEpochMilli() ^ Long.MIN_VALUE)
                .put(name)
                .array();
    }

    @Override
    public int compareTo(ArticleKey other) {
        return Arrays.compareUnsigned(bytes(), other.bytes());
    }
}
