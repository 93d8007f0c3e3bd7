package khabar.topology.count;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** How far all of several sources have come at least: nothing is known before each of them was heard. */
public final class FeedTimes {
    private final int sources;
    private final @Nullable KeyValueStore<Integer, Long> store;
    private final Map<Integer, Instant> times = new HashMap<>();
    private Instant least = Instant.MIN;

    /** Continues with what the store holds; without one it has to hear all sources again after a restart. */
    public FeedTimes(@Nullable KeyValueStore<Integer, Long> store, int sources) {
        this.store = store;
        this.sources = sources;
        if (store != null) {
            try (KeyValueIterator<Integer, Long> stored = store.all()) {
                stored.forEachRemaining(entry -> times.put(entry.key, Instant.ofEpochMilli(entry.value)));
            }
        }
        least = currentLeast();
    }

    /** Hears of one source; whether the least time of all has advanced by that. */
    public boolean advance(int source, Instant time) {
        Instant before = times.get(source);
        if (before != null && !time.isAfter(before)) {
            return false;
        }
        times.put(source, time);
        if (store != null) {
            store.put(source, time.toEpochMilli());
        }
        Instant now = currentLeast();
        boolean advanced = now.isAfter(least);
        least = now;
        return advanced;
    }

    /** The least time of all sources. */
    public Instant least() {
        return least;
    }

    private Instant currentLeast() {
        return times.size() < sources
                ? Instant.MIN
                : times.values().stream().min(Instant::compareTo).orElse(Instant.MIN);
    }
}
