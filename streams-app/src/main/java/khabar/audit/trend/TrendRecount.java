package khabar.audit.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import khabar.audit.Mismatch;
import khabar.audit.trend.ClosedWindows.Final;
import khabar.audit.trend.ClosedWindows.Line;
import khabar.schemas.EntityCount;
import khabar.schemas.PaneTiming;
import khabar.schemas.Trend;
import khabar.schemas.TrendState;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.jspecify.annotations.Nullable;

/**
 * Decides again, from the published final panes of entity counts, what trends, and compares it with
 * news.trends. Trends are pinned to the closings, so they follow from the panes and not from the feed.
 * What is shown of open windows is an estimate and is not recounted.
 */
public final class TrendRecount {
    private static final Final EMPTY = new Final(0, 0);
    private static final double FORGOTTEN = 0.001;

    private final ClosedWindows closed = new ClosedWindows();
    private final Map<String, Trend> published = new TreeMap<>();
    private final Set<String> visited = new HashSet<>();
    private final List<Mismatch> mismatches = new ArrayList<>();

    /** Takes in a record of news.entity-counts. */
    public void pane(String key, EntityCount count) {
        closed.add(WindowKey.parse(key), count);
    }

    /** Takes in a record of news.trends. */
    public void trend(String key, Trend trend) {
        published.put(key, trend);
    }

    /** Whether news.trends says of that window and entity that it trends. */
    public boolean isTrending(String key) {
        Trend trend = published.get(key);
        return trend != null
                && trend.getState() == TrendState.TRENDING
                && trend.getPane().getTiming() == PaneTiming.ON_TIME;
    }

    /** How many keys of news.trends there are. */
    public long keys() {
        return published.size();
    }

    /**
     * Every key of news.trends that differs from what follows from the panes; to be asked once.
     *
     * @param partitions partitions of the entities, each of which has a past of its own
     */
    public List<Mismatch> mismatches(TrendRules rules, int partitions) {
        Map<Duration, Map<Integer, Instant>> beginnings = closed.beginnings(partitions);
        for (Line line : closed.lines()) {
            int partition = ClosedWindows.partition(line.entityId(), partitions);
            Instant beginning = beginnings.getOrDefault(line.size(), Map.of()).get(partition);
            if (beginning != null) {
                new Walk(rules, line, beginning).through(closed.of(line));
            }
        }
        published.forEach((key, trend) -> {
            boolean decided = trend.getPane().getTiming() == PaneTiming.ON_TIME && !visited.contains(key);
            if (decided && !closed.isIncomplete(WindowKey.parse(key))) {
                mismatches.add(mismatch(key, "nothing", text(trend)));
            }
        });
        return List.copyOf(mismatches);
    }

    private static Mismatch mismatch(String key, String expected, String found) {
        return new Mismatch(Topics.TRENDS.name(), key, expected, found);
    }

    private static String text(@Nullable Trend trend) {
        return trend == null
                ? "nothing"
                : text(
                                trend.getPane().getTiming() + " " + trend.getState(),
                                new Final(trend.getObserved(), trend.getSources()),
                                trend.getExpected(),
                                trend.getScore())
                        + " since "
                        + trend.getSince();
    }

    private static String text(String state, Final counted, double expected, double score) {
        return state + ": " + counted.articles() + " of " + rounded(expected) + ", score " + rounded(score) + ", "
                + counted.sources() + " sources";
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    /** One entity through its windows of one size, in their order. */
    private final class Walk {
        private final TrendRules rules;
        private final Line line;
        private final Instant beginning;
        private double sum;
        private @Nullable Instant last;
        private boolean trending;

        Walk(TrendRules rules, Line line, Instant beginning) {
            this.rules = rules;
            this.line = line;
            this.beginning = beginning;
        }

        void through(TreeMap<Instant, Final> windows) {
            windows.forEach((start, counted) -> {
                if (trending && last != null && last.plus(line.size()).isBefore(start)) {
                    step(last.plus(line.size()), EMPTY);
                }
                step(start, counted);
            });
            if (trending && last != null) {
                Instant empty = last.plus(line.size());
                boolean mayBeOpen = empty.plus(line.size()).isAfter(closed.closedUntil(line.size()));
                Trend ended = published.get(key(empty));
                if (!mayBeOpen || ended != null && ended.getPane().getTiming() == PaneTiming.ON_TIME) {
                    step(empty, EMPTY);
                }
            }
        }

        private void step(Instant start, Final counted) {
            long age = last == null ? 0 : windows(last, start) - 1;
            double faded = faded(sum, age);
            long past = windows(beginning, start);
            double expected = 0;
            if (past > 0) {
                expected = faded * (1 - weight(1)) / (1 - weight(past));
            }
            double score = (counted.articles() - expected) / Math.sqrt(expected + rules.beta());
            boolean before = trending;
            trending = before
                    ? score >= rules.leaveScore()
                    : counted.articles() >= rules.enterArticles()
                            && counted.sources() >= rules.enterSources()
                            && score >= rules.enterScore();
            TrendState state = trending ? TrendState.TRENDING : TrendState.ENDED;
            String expectedText =
                    text("ON_TIME " + state, counted, expected, score) + " since " + (past > 0 ? beginning : start);
            compare(key(start), expectedText, before || trending);
            sum = faded(faded, 1) + counted.articles();
            last = start;
        }

        /** Where there is and was no trend, news are only the end of a rise that was shown. */
        private void compare(String key, String expected, boolean needed) {
            visited.add(key);
            Trend trend = published.get(key);
            String found = text(trend);
            boolean shownBefore = trend != null && trend.getPane().getIndex() > 0;
            boolean agrees = trend == null ? !needed : found.equals(expected) && (needed || shownBefore);
            if (!agrees) {
                mismatches.add(mismatch(key, needed || shownBefore ? expected : "nothing", found));
            }
        }

        private double faded(double weighted, long windows) {
            double left = weighted * weight(windows);
            return left * (1 - weight(1)) < FORGOTTEN ? 0 : left;
        }

        private double weight(long windows) {
            return StrictMath.pow(0.5, windows / rules.halfLife());
        }

        private long windows(Instant from, Instant to) {
            return Duration.between(from, to).dividedBy(line.size());
        }

        private String key(Instant start) {
            return new WindowKey(start, line.size(), line.entityId()).text();
        }
    }
}
