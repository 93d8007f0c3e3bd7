package khabar.topology.duplicate;

import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import khabar.language.sketch.Sketch;
import khabar.schemas.state.SketchedArticle;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Sketched articles by the bands that one partition owns: what its sketches say, in another order. So it has no
 * changelog: whoever takes over makes it anew from the sketches. Whoever closes it leaves a seal, a sum over
 * the sketches that are in it. Where the sketches still have that sum, all is in its place and nothing is made anew.
 */
final class BandIndex {
    private static final byte[] NOTHING = {};
    private static final String SUM = "sketches";
    /** Behind all bands, in their own store, so that it cannot outlive what is written after it was broken. */
    private static final BandKey SEAL =
            new BandKey(ByteBuffer.wrap(new byte[] {-1, 0}), ArticleKey.from(Instant.EPOCH));

    private final ByBand owners;
    private final int partition;
    private final KeyValueStore<BandKey, byte[]> entries;
    private final KeyValueStore<String, Long> sums;
    private long sum;

    BandIndex(ByBand owners, int partition, KeyValueStore<BandKey, byte[]> entries, KeyValueStore<String, Long> sums) {
        this.owners = owners;
        this.partition = partition;
        this.entries = entries;
        this.sums = sums;
    }

    /** Articles by band, in the order of their event times. */
    static StoreBuilder<KeyValueStore<BandKey, byte[]>> entriesIn(String store) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(store), BandKey.serde(), Serdes.ByteArray())
                .withLoggingDisabled();
    }

    /** A sum over the sketches. With a cache, so that its changelog has one record for each commit. */
    static StoreBuilder<KeyValueStore<String, Long>> sumIn(String store) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(store), Serdes.String(), Serdes.Long())
                .withCachingEnabled();
    }

    /** Breaks the seal, and makes the index anew from the sketches where it was not of them. */
    void open(KeyValueStore<ArticleKey, SketchedArticle> sketches) {
        byte[] seal = entries.delete(SEAL);
        Long stored = sums.get(SUM);
        if (seal != null && stored != null && ByteBuffer.wrap(seal).getLong() == stored) {
            sum = stored;
            return;
        }
        try (KeyValueIterator<BandKey, byte[]> all = entries.all()) {
            all.forEachRemaining(entry -> entries.delete(entry.key));
        }
        sum = 0;
        try (KeyValueIterator<ArticleKey, SketchedArticle> all = sketches.all()) {
            all.forEachRemaining(entry -> add(entry.key, Bands.sketch(entry.value)));
        }
        sums.put(SUM, sum);
    }

    /** Lets an article be found by its bands. */
    void add(ArticleKey key, Sketch sketch) {
        set(key, sketch, NOTHING);
        sum += hash(key, sketch);
        sums.put(SUM, sum);
    }

    void remove(ArticleKey key, Sketch sketch) {
        set(key, sketch, null);
        sum -= hash(key, sketch);
        sums.put(SUM, sum);
    }

    /** All bands at once, which costs a fraction of one by one. */
    private void set(ArticleKey key, Sketch sketch, byte @Nullable [] value) {
        entries.putAll(owned(sketch).stream()
                .map(band -> KeyValue.pair(new BandKey(band, key), value))
                .toList());
    }

    private static long hash(ArticleKey key, Sketch sketch) {
        return Hashing.xxh3_64()
                .hashStream()
                .putByteArray(key.bytes())
                .putByteArray(sketch.components())
                .getAsLong();
    }

    /** The articles of a band from one on and before another. */
    KeyValueIterator<BandKey, byte[]> range(BandKey from, BandKey before) {
        return entries.range(from, before);
    }

    /** Seals the index: nothing is added or removed after this. */
    void close() {
        entries.put(SEAL, ByteBuffer.allocate(Long.BYTES).putLong(sum).array());
    }

    /** The bands of a sketch that this partition owns. */
    List<ByteBuffer> owned(Sketch sketch) {
        return owners.bands(sketch).stream()
                .filter(band -> owners.owner(band) == partition)
                .toList();
    }
}
