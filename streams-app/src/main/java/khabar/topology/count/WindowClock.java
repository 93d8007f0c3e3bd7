package khabar.topology.count;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import khabar.schemas.state.FeedClock;
import khabar.topics.WindowKey;
import khabar.topology.TopologyOptions;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Decides when windows close and when their state may go. Every partition of the feed tells how far
 * it has come. While any of them moves, event time is the least of those that move (partitions that
 * fell silent hold nobody up), and a window closes when its end and the lateness have passed. When all
 * are silent, the windows that hold the newest article close too, if they are over on the wall clock.
 * Behind the last mark that may change something, every partition tells what is final: only then may its state go.
 * All times are milliseconds since the epoch.
 */
public final class WindowClock {
    private static final String FEED_TIME = "feed-time/";
    private static final String IDLE = "idle/";
    private static final String CLOSED = "closed/";
    private static final String CLOSING = "closing/";
    private static final String FINAL = "final/";
    private static final long NO_TIME = Long.MIN_VALUE;

    private final TopologyOptions options;
    private final KeyValueStore<String, Long> store;
    private final Map<Integer, FeedClock> partitions = new HashMap<>();
    private final Map<Duration, WindowKey> closing;

    /** Continues with what the store holds. */
    public WindowClock(TopologyOptions options, KeyValueStore<String, Long> store) {
        this.options = options;
        this.store = store;
        this.closing = closing(store);
        try (KeyValueIterator<String, Long> stored = store.range(IDLE, IDLE + Character.MAX_VALUE)) {
            stored.forEachRemaining(entry -> {
                int partition = Integer.parseInt(entry.key.substring(IDLE.length()));
                Long time = store.get(FEED_TIME + partition);
                partitions.put(
                        partition,
                        new FeedClock(
                                partition, time == null ? null : Instant.ofEpochMilli(time), entry.value == 1, null));
            });
        }
    }

    /** By window size, the last key whose ON_TIME pane is out in a window that is not closed yet, by what the store holds. */
    public static Map<Duration, WindowKey> closing(KeyValueStore<String, Long> store) {
        Map<Duration, WindowKey> closing = new HashMap<>();
        try (KeyValueIterator<String, Long> stored = store.range(CLOSING, CLOSING + Character.MAX_VALUE)) {
            stored.forEachRemaining(entry -> {
                WindowKey last = WindowKey.parse(entry.key.substring(CLOSING.length()));
                closing.put(last.size(), last);
            });
        }
        return closing;
    }

    /** Takes in how far a partition of the feed has come, or what of it is final. */
    public void heard(FeedClock clock) {
        if (clock.getFinalBefore() != null) {
            store.put(FINAL + clock.getPartition(), clock.getFinalBefore().toEpochMilli());
            return;
        }
        FeedClock before = partitions.put(clock.getPartition(), clock);
        if (before == null || before.getIdle() != clock.getIdle()) {
            store.put(IDLE + clock.getPartition(), clock.getIdle() ? 1L : 0L);
        }
        if (clock.getFeedTime() != null) {
            store.put(FEED_TIME + clock.getPartition(), clock.getFeedTime().toEpochMilli());
        }
    }

    /** Windows of the given size that end at or before this time are closed; the least long before the first. */
    public long closedUntil(Duration size) {
        return closedUntil(store, size);
    }

    /** The same, by what the store holds. */
    public static long closedUntil(KeyValueStore<String, Long> store, Duration size) {
        Long closed = store.get(CLOSED + size);
        return closed == null ? NO_TIME : closed;
    }

    /** Windows of the given size that end at or before this time are due to be closed. */
    public long dueUntil(Duration size, long now) {
        return Math.max(closedUntil(size), allSilent() ? dueInSilence(size, now) : dueWhile(size, leastMoving()));
    }

    /** Remembers that all windows of the given size that end at or before the given time are closed. */
    public void closed(Duration size, long until) {
        store.put(CLOSED + size, until);
        forgetClosing(size);
    }

    /**
     * Remembers that of a window that is not closed yet the ON_TIME panes are out up to the given key, in the order of the
     * store. All windows before it are closed: nothing was counted in those that were not.
     */
    void closing(WindowKey last) {
        closed(last.size(), last.start().toEpochMilli());
        store.put(CLOSING + last.text(), 0L);
        closing.put(last.size(), last);
    }

    /** The last key whose ON_TIME pane is out in the given window; the window itself where none is. */
    WindowKey closingFrom(WindowKey window) {
        WindowKey last = closing.get(window.size());
        return last != null && last.start().equals(window.start()) ? last : window;
    }

    /** Whether some of the ON_TIME panes of its window are out, and others are not. */
    boolean isBeingClosed(WindowKey key) {
        WindowKey last = closing.get(key.size());
        return last != null && last.start().equals(key.start());
    }

    private void forgetClosing(Duration size) {
        WindowKey last = closing.remove(size);
        if (last != null) {
            store.delete(CLOSING + last.text());
        }
    }

    /** Windows of the given size that start before this time are closed, and final in every partition of the feed. */
    public long finalBefore(Duration size) {
        long least = closedUntil(size);
        for (int partition = 0; partition < options.feedPartitions(); partition++) {
            Long told = store.get(FINAL + partition);
            least = Math.min(least, told == null ? NO_TIME : told);
        }
        return least == NO_TIME ? NO_TIME : floor(least, size) - size.toMillis();
    }

    private long dueInSilence(Duration size, long now) {
        long newest = partitions.values().stream()
                .mapToLong(WindowClock::feedTime)
                .max()
                .orElse(NO_TIME);
        if (newest == NO_TIME) {
            return NO_TIME;
        }
        long end = floor(newest, size) + size.toMillis();
        return end + options.lateness().of(size).toMillis() <= now ? end : dueWhile(size, newest);
    }

    private long dueWhile(Duration size, long eventTime) {
        return eventTime == NO_TIME
                ? NO_TIME
                : floor(eventTime - options.lateness().of(size).toMillis(), size);
    }

    private boolean allSilent() {
        return partitions.size() >= options.feedPartitions()
                && partitions.values().stream().allMatch(FeedClock::getIdle);
    }

    /** The least feed time of the partitions that move; none while one is unknown. */
    private long leastMoving() {
        if (partitions.size() < options.feedPartitions()) {
            return NO_TIME;
        }
        return partitions.values().stream()
                .filter(clock -> !clock.getIdle())
                .mapToLong(WindowClock::feedTime)
                .min()
                .orElse(NO_TIME);
    }

    private static long feedTime(FeedClock clock) {
        return clock.getFeedTime() == null ? NO_TIME : clock.getFeedTime().toEpochMilli();
    }

    private static long floor(long time, Duration size) {
        return time - Math.floorMod(time, size.toMillis());
    }
}
