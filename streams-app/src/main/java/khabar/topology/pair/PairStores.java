package khabar.topology.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import khabar.schemas.state.PairedArticle;
import khabar.schemas.state.PublishedPair;
import khabar.topics.SingleObjectFormat;
import khabar.topics.WindowKey;
import khabar.topology.count.WindowKeySerde;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

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
                byWindow(ARTICLES, format.serdeOf(PairedArticle.class)),
                // Read once for a window and written once for a pane, so a cache would only hold it twice.
                byWindow(PUBLISHED, format.serdeOf(PublishedPair.class)).withCachingDisabled(),
                byWindow(CHANGES, Serdes.String()),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(CLOCK), Serdes.String(), Serdes.Long())
                        .withCachingEnabled());
    }

    /** The windows of one size with something in the store, from one window on and before another, in their order. */
    static List<WindowKey> windows(ReadOnlyKeyValueStore<WindowKey, ?> store, WindowKey from, WindowKey before) {
        List<WindowKey> found = new ArrayList<>();
        WindowKey next = first(store, from, before);
        while (next != null) {
            found.add(next);
            next = first(store, next.next(), before);
        }
        return found;
    }

    private static <V> @Nullable WindowKey first(
            ReadOnlyKeyValueStore<WindowKey, V> store, WindowKey from, WindowKey before) {
        if (!from.start().isBefore(before.start())) {
            return null;
        }
        try (KeyValueIterator<WindowKey, V> all = store.range(from, before)) {
            return all.hasNext() ? all.next().key.window() : null;
        }
    }

    private static <V> StoreBuilder<KeyValueStore<WindowKey, V>> byWindow(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), WindowKeySerde.serde(), values)
                .withCachingEnabled();
    }
}
