package khabar.query.live;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import khabar.topics.WindowKey;
import org.jspecify.annotations.Nullable;

/** Something for each of the newest windows of every size; older windows are let go. */
final class NewestWindows<T> {
    private final int most;
    private final Map<Duration, NavigableMap<Instant, T>> bySize = new HashMap<>();

    NewestWindows(int most) {
        this.most = most;
    }

    /** What is kept for the window, made where it is missing; null for a window older than all that are kept. */
    @Nullable
    T computeIfAbsent(WindowKey window, Supplier<T> made) {
        NavigableMap<Instant, T> windows = bySize.computeIfAbsent(window.size(), size -> new TreeMap<>());
        windows.computeIfAbsent(window.start(), start -> made.get());
        if (windows.size() > most) {
            windows.pollFirstEntry();
        }
        return windows.get(window.start());
    }

    /** The windows of one size, newest first. */
    NavigableMap<Instant, T> newestFirst(Duration size) {
        return bySize.getOrDefault(size, new TreeMap<>()).descendingMap();
    }

    Set<Duration> sizes() {
        return new TreeSet<>(bySize.keySet());
    }
}
