package khabar.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khabar.settings.Durations;
import khabar.settings.Setting;

/**
 * How long after its end a window waits for late articles, in event time.
 *
 * @param ofAll for every size that is not named
 * @param bySize for the sizes that are named
 */
public record Lateness(Duration ofAll, Map<Duration, Duration> bySize) {
    private static final Duration UNSAID = Duration.ofMinutes(1);

    public static final Setting<Lateness> SETTING = new Setting<>(
            "window.lateness",
            "1m",
            "a duration such as 1m, or one for each window size such as PT1M=10s,P1D=1h; 1m for sizes not named",
            "How long after its end a window waits for late articles, in event time.",
            Lateness::parse);

    public Lateness {
        bySize = Map.copyOf(bySize);
    }

    /** How long windows of the given size wait. */
    public Duration of(Duration size) {
        return bySize.getOrDefault(size, ofAll);
    }

    /** The longest of all. */
    Duration greatest() {
        List<Duration> all = new ArrayList<>(bySize.values());
        all.add(ofAll);
        return all.stream().max(Duration::compareTo).orElse(ofAll);
    }

    private static Lateness parse(String text) {
        if (!text.contains("=")) {
            return new Lateness(Durations.parse(text), Map.of());
        }
        Map<Duration, Duration> bySize = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            String[] sizeAndLateness = part.split("=", -1);
            if (sizeAndLateness.length != 2) {
                throw new IllegalArgumentException("neither: " + part);
            }
            Duration before =
                    bySize.put(Durations.parsePositive(sizeAndLateness[0]), Durations.parse(sizeAndLateness[1]));
            if (before != null) {
                throw new IllegalArgumentException("twice: " + part);
            }
        }
        return new Lateness(UNSAID, bySize);
    }
}
