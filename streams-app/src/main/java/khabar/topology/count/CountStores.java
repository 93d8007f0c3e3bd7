package khabar.topology.count;

import java.util.Set;
import khabar.schemas.state.WindowCount;
import khabar.topics.SingleObjectFormat;
import khabar.topics.WindowKey;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of one kind of counts.
 *
 * @param name what is counted, such as {@code entity-counts}
 */
public record CountStores(String name) {
    /** The stores of the counts of entities. */
    public static final CountStores ENTITIES = new CountStores("entity-counts");
    /** The stores of the counts of subjects. */
    public static final CountStores SUBJECTS = new CountStores("subject-counts");

    /** Sums by window and id, ordered by window size, then start, then id. */
    StoreBuilder<KeyValueStore<WindowKey, WindowCount>> counts() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name),
                        WindowKeySerde.serde(),
                        SingleObjectFormat.compiledIn().serdeOf(WindowCount.class))
                .withCachingEnabled();
    }

    /** Windows in which panes may be due. */
    StoreBuilder<KeyValueStore<WindowKey, String>> changes() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(changesName()), WindowKeySerde.serde(), Serdes.String())
                .withCachingEnabled();
    }

    /** How far the feed has come and which windows are closed. */
    public StoreBuilder<KeyValueStore<String, Long>> clock() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(clockName()), Serdes.String(), Serdes.Long())
                .withCachingEnabled();
    }

    String changesName() {
        return name + "-changes";
    }

    /** The store of what is closed, which others of the same task may read. */
    public String clockName() {
        return name + "-clock";
    }

    Set<StoreBuilder<?>> all() {
        return Set.of(counts(), changes(), clock());
    }
}
