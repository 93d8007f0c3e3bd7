package khabar.topology.trend;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store of few entries that are asked for at every pane: they are held as they are too, since reading them from a
 * store, even one in memory, means writing the key and reading the value each time. Values are not to be changed.
 *
 * @param <K> keys, with equality
 * @param <V> values
 */
final class Remembered<K, V> {
    private final KeyValueStore<K, V> store;
    private final Map<K, V> entries = new HashMap<>();

    /** Continues with what the store holds. */
    Remembered(KeyValueStore<K, V> store) {
        this.store = store;
        try (KeyValueIterator<K, V> all = store.all()) {
            all.forEachRemaining(entry -> entries.put(entry.key, entry.value));
        }
    }

    @Nullable
    V get(K key) {
        return entries.get(key);
    }

    boolean has(K key) {
        return entries.containsKey(key);
    }

    void put(K key, V value) {
        entries.put(key, value);
        store.put(key, value);
    }

    /** Takes an entry away, and answers what it was. */
    @Nullable
    V delete(K key) {
        V before = entries.remove(key);
        if (before != null) {
            store.delete(key);
        }
        return before;
    }

    /** The entries from one key to another, both included, in the order of the store. */
    KeyValueIterator<K, V> range(K from, K to) {
        return store.range(from, to);
    }
}
