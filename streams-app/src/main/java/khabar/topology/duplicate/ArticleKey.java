package khabar.topology.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import khabar.schemas.state.Original;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Which article, and in which order: by event time, then by the bytes of the uri. An article whose event
 * time is corrected is another one here. Its bytes, which it is compared by, are event time in milliseconds
 * with its sign bit flipped (8 bytes) and uri in UTF-8: thousands are looked at for one that is asked for
 * its uri. Immutable.
 */
final class ArticleKey implements Comparable<ArticleKey> {
    /** The bytes of the key from an index on; those before it are of what it was read with. */
    private final byte[] bytes;

    private final int from;

    private ArticleKey(byte[] bytes, int from) {
        this.bytes = bytes;
        this.from = from;
    }

    /**
     * The article with the given event time, of which milliseconds count, and uri.
     */
    ArticleKey(Instant publishedAt, String uri) {
        this(bytes(publishedAt, uri.getBytes(UTF_8)), 0);
    }

    private static byte[] bytes(Instant publishedAt, byte[] uri) {
        return ByteBuffer.allocate(Long.BYTES + uri.length)
                .putLong(publishedAt.toEpochMilli() ^ Long.MIN_VALUE)
                .put(uri)
                .array();
    }

    static ArticleKey of(Original original) {
        return new ArticleKey(original.getPublishedAt(), original.getUri());
    }

    /** Smallest key at the given time, which no article has. */
    static ArticleKey from(Instant time) {
        return new ArticleKey(time, "");
    }

    static Serde<ArticleKey> serde() {
        return Serdes.serdeFrom((topic, key) -> key.bytes(), (topic, bytes) -> in(bytes, 0));
    }

    /** The key that the given bytes, which must not change any more, are from an index on. */
    static ArticleKey in(byte[] bytes, int from) {
        return new ArticleKey(bytes, from);
    }

    /** Event time. */
    Instant publishedAt() {
        return Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong(from) ^ Long.MIN_VALUE);
    }

    /** Identity of the article. */
    String uri() {
        int uri = from + Long.BYTES;
        return new String(bytes, uri, bytes.length - uri, UTF_8);
    }

    /** Whether both are of one article, perhaps with another event time. */
    boolean hasUriOf(ArticleKey other) {
        return Arrays.equals(
                bytes, from + Long.BYTES, bytes.length, other.bytes, other.from + Long.BYTES, other.bytes.length);
    }

    /** The bytes, which must not be changed. */
    byte[] bytes() {
        return from == 0 ? bytes : Arrays.copyOfRange(bytes, from, bytes.length);
    }

    @Override
    public int compareTo(ArticleKey other) {
        return Arrays.compareUnsigned(bytes, from, bytes.length, other.bytes, other.from, other.bytes.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ArticleKey key && compareTo(key) == 0;
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(bytes, from, bytes.length - from).hashCode();
    }

    @Override
    public String toString() {
        return publishedAt() + " " + uri();
    }
}
