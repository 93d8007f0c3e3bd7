package khabar.audit.trend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import khabar.schemas.EntityCount;
import khabar.schemas.PaneTiming;
import khabar.topics.WindowKey;
import org.apache.kafka.common.utils.Utils;

/** What the final panes of entity counts say, by size, entity and window. */
final class ClosedWindows {
    /**
     * What was counted when a window closed.
     *
     * @param articles distinct articles, without near-duplicates
     * @param sources distinct sources
     */
    record Final(long articles, long sources) {}

    /** The windows of one entity in one size. */
    record Line(Duration size, String entityId) {}

    private final Map<Line, TreeMap<Instant, Final>> finals = new HashMap<>();
    private final Map<Duration, Instant> closedUntil = new HashMap<>();
    private final Set<Line> incomplete = new HashSet<>();

    /** Takes in a record of news.entity-counts, in the order of its key. */
    void add(WindowKey key, EntityCount count) {
        Line line = new Line(key.size(), key.id());
        TreeMap<Instant, Final> windows = finals.computeIfAbsent(line, unknown -> new TreeMap<>());
        PaneTiming timing = count.getPane().getTiming();
        if (timing == PaneTiming.ON_TIME) {
            windows.put(key.start(), new Final(count.getUniqueArticles(), count.getSources()));
            closedUntil.merge(key.size(), key.end(), (one, other) -> one.isAfter(other) ? one : other);
        } else if (timing == PaneTiming.LATE && count.getPane().getIndex() > 0 && !windows.containsKey(key.start())) {
            // Compaction may have taken the final pane away: what it said is not known any more.
            incomplete.add(line);
        }
    }

    /** Every line whose final panes are all known. */
    Set<Line> lines() {
        Set<Line> known = new HashSet<>(finals.keySet());
        known.removeAll(incomplete);
        return known;
    }

    boolean isIncomplete(WindowKey key) {
        return incomplete.contains(new Line(key.size(), key.id()));
    }

    TreeMap<Instant, Final> of(Line line) {
        return finals.getOrDefault(line, new TreeMap<>());
    }

    /** Windows of the size that end at or before this time are closed everywhere. */
    Instant closedUntil(Duration size) {
        return closedUntil.getOrDefault(size, Instant.MIN);
    }

    /** The first window that was closed in each partition, by size. */
    Map<Duration, Map<Integer, Instant>> beginnings(int partitions) {
        Map<Duration, Map<Integer, Instant>> beginnings = new HashMap<>();
        finals.forEach((line, windows) -> {
            if (!windows.isEmpty()) {
                beginnings
                        .computeIfAbsent(line.size(), size -> new HashMap<>())
                        .merge(
                                partition(line.entityId(), partitions),
                                windows.firstKey(),
                                (one, other) -> Collections.min(List.of(one, other)));
            }
        });
        return beginnings;
    }

    /** Where Kafka's own partitioner sends the entity. */
    static int partition(String entityId, int partitions) {
        return Utils.toPositive(Utils.murmur2(entityId.getBytes(UTF_8))) % partitions;
    }
}
