package khabar.topology.count;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import khabar.topics.WindowKey;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The keys that changed since their last pane, each with a note. They are kept in a store, so that a
 * pane that was due when the process died is published by whoever takes over, and in memory, so that a
 * key that changes often is written once.
 */
final class Changes {
    private final KeyValueStore<WindowKey, String> store;
    private final Map<WindowKey, String> changed = new LinkedHashMap<>();

    /** Continues with what the store holds. */
    Changes(KeyValueStore<WindowKey, String> store) {
        this.store = store;
        try (KeyValueIterator<WindowKey, String> stored = store.all()) {
            stored.forEachRemaining(entry -> changed.put(entry.key, entry.value));
        }
    }

    /** Notes that the key changed. */
    void add(WindowKey key, String note) {
        if (!note.equals(changed.put(key, note))) {
            store.put(key, note);
        }
    }

    /** Forgets the key, whose pane is out. */
    void remove(WindowKey key) {
        if (changed.remove(key) != null) {
            store.delete(key);
        }
    }

    /** Hands out every changed key with its note, and forgets it. */
    void drain(BiConsumer<WindowKey, String> publisher) {
        Map<WindowKey, String> due = new LinkedHashMap<>(changed);
        changed.clear();
        due.forEach((key, note) -> {
            store.delete(key);
            publisher.accept(key, note);
        });
    }
}
