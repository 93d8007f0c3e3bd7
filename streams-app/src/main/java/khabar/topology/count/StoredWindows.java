package khabar.topology.count;

import java.util.ArrayList;
import java.util.List;
import khabar.topics.WindowKey;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Which windows there are in a store by window, found with one look for each. */
public final class StoredWindows {
    private StoredWindows() {}

    /** The windows of one size with something in the store, from one window on and before another, in their order. */
    public static List<WindowKey> between(ReadOnlyKeyValueStore<WindowKey, ?> store, WindowKey from, WindowKey before) {
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
}
