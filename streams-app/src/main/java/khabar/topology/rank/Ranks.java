package khabar.topology.rank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabar.schemas.state.RankedCount;
import khabar.schemas.state.WindowCount;
import khabar.topics.WindowKey;
import khabar.topology.count.Amounts;
import khabar.topology.count.Counted;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The first rows of the windows that changed of late, kept in memory. What is not there is found in the
 * counts, by looking through the window.
 */
final class Ranks {
    /** How many windows are kept: those that changed last. */
    private static final int WINDOWS = 256;

    private final KeyValueStore<WindowKey, WindowCount> counts;
    private final int most;
    private final Map<WindowKey, FirstRows> windows = new LinkedHashMap<>(WINDOWS, 0.75f, true);

    /** Ranks as many rows of each window, by what the newest panes of the counts say. */
    Ranks(KeyValueStore<WindowKey, WindowCount> counts, int most) {
        this.counts = counts;
        this.most = most;
    }

    /** Moves an entity to the place of its new pane. */
    void move(Counted.Value value) {
        FirstRows rows = windows.get(value.key().window());
        if (rows != null) {
            rows.put(value.now().ranked(value.key().id(), value.type()));
        }
    }

    /** The first rows of the window. */
    List<RankedCount> top(WindowKey window) {
        FirstRows kept = windows.get(window);
        if (kept == null || !kept.suffice()) {
            kept = read(window);
            windows.put(window, kept);
            forgetAllBut(WINDOWS);
        }
        return kept.top();
    }

    /** Forgets windows that have left the horizon. */
    void forget(Counted.Expired expired) {
        windows.keySet().removeIf(expired::includes);
    }

    private FirstRows read(WindowKey window) {
        FirstRows rows = new FirstRows(most);
        try (KeyValueIterator<WindowKey, WindowCount> all = counts.range(window, window.next())) {
            all.forEachRemaining(
                    entry -> rows.put(Amounts.published(entry.value).ranked(entry.key.id(), entry.value.getType())));
        }
        return rows;
    }

    private void forgetAllBut(int newest) {
        List<WindowKey> eldestFirst = new ArrayList<>(windows.keySet());
        eldestFirst.stream().limit(Math.max(0, windows.size() - newest)).forEach(windows::remove);
    }
}
