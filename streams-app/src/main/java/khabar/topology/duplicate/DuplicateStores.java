package khabar.topology.duplicate;

import java.util.Map;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.state.Originals;
import khabar.schemas.state.SketchedArticle;
import khabar.topics.SingleObjectFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of near-duplicates; those that two stages share are one builder for one topology. */
public final class DuplicateStores {
    static final String SKETCHES = "sketches";
    static final String BANDS = "bands";
    static final String SKETCH_SUM = "sketch-sum";
    static final String BAND_CLOCK = "band-clock";
    static final String ARTICLES = "articles-to-mark";
    static final String ORIGINALS = "originals";

    private final StoreBuilder<KeyValueStore<ArticleKey, EnrichedArticle>> articles =
            byArticle(ARTICLES, EnrichedArticle.class);
    private final StoreBuilder<KeyValueStore<ArticleKey, Originals>> originals = byArticle(ORIGINALS, Originals.class);

    /** Articles as they were published, which may have to be published again with another mark. */
    StoreBuilder<KeyValueStore<ArticleKey, EnrichedArticle>> articles() {
        return articles;
    }

    /** What the partitions of the bands found of each article. */
    StoreBuilder<KeyValueStore<ArticleKey, Originals>> originals() {
        return originals;
    }

    /** Articles whose bands are owned here. */
    static StoreBuilder<KeyValueStore<ArticleKey, SketchedArticle>> sketches() {
        return byArticle(SKETCHES, SketchedArticle.class);
    }

    /** How far the feed has come, by partition. */
    static StoreBuilder<KeyValueStore<Integer, Long>> bandClock() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(BAND_CLOCK), Serdes.Integer(), Serdes.Long());
    }

    /**
     * Stores that are only looked through among keys with the same first bytes, with the number of those bytes: most bands
     * are of one article only, and a filter tells so without a look.
     */
    public static Map<String, Integer> prefixBytes(int rows) {
        return Map.of(BANDS, BandKey.HEAD + rows);
    }

    private static <V extends SpecificRecord> StoreBuilder<KeyValueStore<ArticleKey, V>> byArticle(
            String name, Class<V> type) {
        Serde<V> values = SingleObjectFormat.compiledIn().serdeOf(type);
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), ArticleKey.serde(), values);
    }
}
