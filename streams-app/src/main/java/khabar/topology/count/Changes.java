package khabar.topology.count;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import khabar.schemas.state.WindowCount;
import khabar.topics.WindowKey;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The keys that changed since their last pane, each with its trace and its count. They are kept in memory; a store
 * knows the windows in which there may be such keys, so that whoever takes over finds the panes that were due when
 * the process died by looking through those windows.
 */
final class Changes {
    private final KeyValueStore<WindowKey, String> windows;
    private final Set<WindowKey> marked = new HashSet<>();
    private Map<WindowKey, Change> due = new LinkedHashMap<>();

    /**
     * What changed of a key.
     *
     * @param count the count as it stands in the store
     * @param trace where the change came from; empty where that is not known
     */
    record Change(WindowCount count, String trace) {}

    /** Continues where the process died: with everything in the stored windows whose pane is due. */
    Changes(KeyValueStore<WindowKey, String> windows, KeyValueStore<WindowKey, WindowCount> counts) {
        this.windows = windows;
        try (KeyValueIterator<WindowKey, String> stored = windows.all()) {
            stored.forEachRemaining(entry -> marked.add(entry.key));
        }
        for (WindowKey window : marked) {
            try (KeyValueIterator<WindowKey, WindowCount> all = counts.range(window, window.next())) {
                all.forEachRemaining(entry -> {
                    if (Amounts.isDue(entry.value)) {
                        due.put(entry.key, new Change(entry.value, ""));
                    }
                });
            }
        }
    }

    /** The count of a key that changed since its last pane, or null: then the store knows it. */
    @Nullable
    WindowCount countOf(WindowKey key) {
        Change change = due.get(key);
        return change == null ? null : change.count();
    }

    /** Notes that the key changed. */
    void add(WindowKey key, Change change) {
        due.put(key, change);
        WindowKey window = key.window();
        if (marked.add(window)) {
            windows.put(window, "");
        }
    }

    /** Forgets the key, whose pane is out. */
    void remove(WindowKey key) {
        due.remove(key);
    }

    /**
     * Hands out every changed key, and forgets it. The store goes on knowing windows that are open: something changes
     * there again soon, and to write that down and take it back costs two records each time.
     */
    void drain(BiConsumer<WindowKey, Change> publisher, Predicate<WindowKey> isOpen) {
        Map<WindowKey, Change> now = due;
        due = new LinkedHashMap<>();
        marked.removeIf(window -> {
            boolean gone = !isOpen.test(window);
            if (gone) {
                windows.delete(window);
            }
            return gone;
        });
        now.forEach(publisher);
    }
}
