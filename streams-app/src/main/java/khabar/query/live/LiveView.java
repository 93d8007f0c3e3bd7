package khabar.query.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import khabar.query.live.latest.LatestAlerts;
import khabar.query.live.latest.LatestTrends;
import khabar.schemas.Alert;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PaneTiming;
import khabar.schemas.RejectReason;
import khabar.schemas.RejectedArticle;
import khabar.schemas.SubjectCount;
import khabar.schemas.TopEntities;
import khabar.schemas.Trend;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.jspecify.annotations.Nullable;

/**
 * The newest windows, articles and figures of the output topics. Bounded, and safe for one writer and
 * many readers: what is handed out is never changed afterwards.
 */
public final class LiveView implements Consumer<Output> {
    private static final int WINDOWS = 24;
    private static final int ARTICLES = 2_000;
    private static final long CHARACTERS = 16L << 20;
    private static final int TRENDS = 1_000;
    private static final int ALERTS = 200;
    private static final Comparator<SubjectCount> MOST_ARTICLES = Comparator.comparingLong(SubjectCount::getArticles)
            .thenComparingLong(SubjectCount::getCount)
            .reversed()
            .thenComparing(SubjectCount::getSubjectCode);

    private final Clock clock;
    private final NewestWindows<Tops> tops = new NewestWindows<>(WINDOWS);
    private final NewestWindows<Map<String, SubjectCount>> subjects = new NewestWindows<>(WINDOWS);
    private final River river = new River(ARTICLES, CHARACTERS);
    private final LatestTrends trends = new LatestTrends(TRENDS);
    private final LatestAlerts alerts = new LatestAlerts(ALERTS);
    private final Rate rate = new Rate();
    private final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
    private final Map<PaneTiming, Long> panes = new EnumMap<>(PaneTiming.class);
    private long changes;
    private long articles;
    private long deadLetters;
    private long unreadable;
    private @Nullable Instant newestAt;

    /** An empty view, whose rates are measured by the given clock. */
    public LiveView(Clock clock) {
        this.clock = clock;
    }

    /** Takes in a record. */
    @Override
    public synchronized void accept(Output output) {
        changes++;
        if (newestAt == null || output.at().isAfter(newestAt)) {
            newestAt = output.at();
        }
        take(output);
        notifyAll();
    }

    private void take(Output output) {
        if (output.topic().equals(Topics.DEAD_LETTERS)) {
            deadLetters++;
        } else if (output.topic().equals(Topics.REJECTED.name())) {
            rejected.merge(
                    output.value() instanceof RejectedArticle one ? one.getReason() : RejectReason.UNKNOWN,
                    1L,
                    Long::sum);
        } else if (!output.readable()) {
            unreadable++;
        } else if (output.value() instanceof EnrichedArticle article) {
            if (!river.isMarkedAnew(output.key(), article)) {
                articles++;
                rate.happened(output.at());
            }
            river.see(output.key(), article);
        } else if (output.value() instanceof TopEntities top) {
            take(WindowKey.parse(output.key()), top);
        } else if (output.value() instanceof SubjectCount count) {
            take(WindowKey.parse(output.key()), count);
        } else if (output.value() instanceof Trend trend) {
            trends.see(WindowKey.parse(output.key()), trend);
        } else if (output.value() instanceof Alert alert) {
            alerts.see(output.key(), alert);
        } else if (output.value() == null) {
            forget(output);
        }
    }

    /** A record that is gone, by its tombstone. */
    private void forget(Output gone) {
        if (gone.topic().equals(Topics.TRENDS.name())) {
            trends.forget(WindowKey.parse(gone.key()));
        } else if (gone.topic().equals(Topics.ALERTS.name())) {
            alerts.forget(gone.key());
        }
    }

    private void take(WindowKey window, TopEntities top) {
        panes.merge(top.getPane().getTiming(), 1L, Long::sum);
        Tops kept = tops.computeIfAbsent(window, Tops::new);
        if (kept != null) {
            kept.newest = top;
        }
    }

    private void take(WindowKey key, SubjectCount count) {
        Map<String, SubjectCount> kept = subjects.computeIfAbsent(key, HashMap::new);
        if (kept != null && count.getArticles() > 0) {
            kept.put(key.id(), count);
        } else if (kept != null) {
            kept.remove(key.id());
        }
    }

    /** The sizes of the windows seen so far, smallest first. */
    public synchronized NavigableSet<Duration> windowSizes() {
        NavigableSet<Duration> sizes = new TreeSet<>(tops.sizes());
        sizes.addAll(subjects.sizes());
        return sizes;
    }

    /**
     * Everything as it stands.
     *
     * @param size of the window to show; the greatest seen where it is empty
     * @param mostArticles at most so many of the newest articles
     */
    public synchronized Snapshot snapshot(Optional<Duration> size, int mostArticles) {
        Optional<Duration> shown = size.or(() -> windowSizes().isEmpty()
                ? Optional.empty()
                : Optional.of(windowSizes().last()));
        return new Snapshot(
                changes,
                shown.flatMap(this::newestBoard),
                river.newest(mostArticles),
                shown.map(trends::strongestFirst).orElse(List.of()),
                alerts.newestFirst(),
                figures());
    }

    private Figures figures() {
        return new Figures(
                articles,
                rate.perSecond(clock.instant()),
                new EnumMap<>(rejected),
                deadLetters,
                unreadable,
                new EnumMap<>(panes),
                newestAt);
    }

    /** The windows of the given size that have data and are still known, newest first, with empty ids. */
    public synchronized List<WindowKey> windows(Duration size) {
        List<WindowKey> found = new ArrayList<>();
        for (Instant start : starts(size).descendingSet()) {
            WindowKey window = new WindowKey(start, size, "");
            board(window).ifPresent(board -> found.add(window));
        }
        return found;
    }

    private NavigableSet<Instant> starts(Duration size) {
        NavigableSet<Instant> starts = new TreeSet<>(tops.newestFirst(size).keySet());
        starts.addAll(subjects.newestFirst(size).keySet());
        return starts;
    }

    /** The newest window of the given size that has data. */
    public synchronized Optional<Board> newestBoard(Duration size) {
        return starts(size).descendingSet().stream()
                .map(start -> board(new WindowKey(start, size, "")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The counts of the window; empty where it has none, or is not among the newest. */
    public synchronized Optional<Board> board(WindowKey window) {
        Tops kept = tops.newestFirst(window.size()).get(window.start());
        TopEntities top = kept == null ? null : kept.newest;
        NavigableMap<Instant, Map<String, SubjectCount>> bySubject = subjects.newestFirst(window.size());
        List<SubjectCount> counts = bySubject.getOrDefault(window.start(), Map.of()).values().stream()
                .sorted(MOST_ARTICLES)
                .toList();
        if (counts.isEmpty() && (top == null || top.getEntities().isEmpty())) {
            return Optional.empty();
        }
        PaneTiming timing = top != null
                ? top.getPane().getTiming()
                : counts.get(0).getPane().getTiming();
        return Optional.of(new Board(
                new WindowKey(window.start(), window.size(), ""),
                timing,
                top == null ? List.of() : List.copyOf(top.getEntities()),
                counts));
    }

    /** Waits until more than the given number of records were taken in, or the time is over. */
    public synchronized void awaitChange(long after, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (changes <= after) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    private static final class Tops {
        private @Nullable TopEntities newest;
    }
}
