package khabar.topology.pair;

import java.util.Set;
import khabar.schemas.state.PairedArticle;
import khabar.schemas.state.PublishedPair;
import khabar.topics.SingleObjectFormat;
import khabar.topics.WindowKey;
import khabar.topology.count.WindowKeySerde;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of pairs. */
final class PairStores {
    /** What is paired, by window and article. */
    static final String ARTICLES = "paired-articles";
    /** What the newest pane says, by window and pair. */
    static final String PUBLISHED = "published-pairs";
    /** Windows in which panes are due. */
    static final String CHANGES = "pair-changes";
    /** How far the feed has come and which windows are closed. */
    static final String CLOCK = "pair-clock";

    private PairStores() {}

    static Set<StoreBuilder<?>> all() {
        SingleObjectFormat format = SingleObjectFormat.compiledIn();
        return Set.of(
                // What is written to both is hardly read again: a cache would hold it in the room that counts need.
                byWindow(ARTICLES, format.serdeOf(PairedArticle.class)),
                byWindow(PUBLISHED, format.serdeOf(PublishedPair.class)),
                byWindow(CHANGES, Serdes.String()).withCachingEnabled(),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(CLOCK), Serdes.String(), Serdes.Long())
                        .withCachingEnabled());
    }

    private static <V> StoreBuilder<KeyValueStore<WindowKey, V>> byWindow(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), WindowKeySerde.serde(), values);
    }
}
