package khabar.query.live.latest;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.schemas.Trend;
import khabar.schemas.TrendState;
import khabar.topics.WindowKey;

/** The entities that trend or would begin to, by size of window. Not safe for several threads. */
public final class LatestTrends {
    private static final Comparator<Trend> STRONGEST_FIRST = Comparator.comparing(Trend::getState)
            .thenComparingDouble(Trend::getScore)
            .reversed()
            .thenComparing(Trend::getEntityId);
    private static final Comparator<Trend> OLDEST_FIRST = Comparator.comparing(Trend::getWindowStart)
            .thenComparingDouble(Trend::getScore)
            .thenComparing(Trend::getEntityId);

    private final int most;
    private final Map<Duration, Map<String, Trend>> bySize = new HashMap<>();

    /** Keeps at most so many trends of each size; the oldest and weakest are let go. */
    public LatestTrends(int most) {
        this.most = most;
    }

    /** Takes in what was published of an entity; what has ended is let go. */
    public void see(WindowKey key, Trend trend) {
        Map<String, Trend> trends = bySize.computeIfAbsent(key.size(), size -> new HashMap<>());
        Trend before = trends.get(key.id());
        if (before != null && before.getWindowStart().isAfter(key.start())) {
            return;
        }
        if (trend.getState() == TrendState.ENDED) {
            trends.remove(key.id());
            return;
        }
        trends.put(key.id(), trend);
        if (trends.size() > most) {
            trends.values().stream().min(OLDEST_FIRST).map(Trend::getEntityId).ifPresent(trends::remove);
        }
    }

    /** Takes away a trend whose record is gone. */
    public void forget(WindowKey key) {
        Map<String, Trend> trends = bySize.get(key.size());
        Trend kept = trends == null ? null : trends.get(key.id());
        if (trends != null && kept != null && kept.getWindowStart().equals(key.start())) {
            trends.remove(key.id());
        }
    }

    /** Those of the given size: first what trends, then what would begin to, each strongest first. */
    public List<Trend> strongestFirst(Duration size) {
        return bySize.getOrDefault(size, Map.of()).values().stream()
                .sorted(STRONGEST_FIRST)
                .toList();
    }
}
