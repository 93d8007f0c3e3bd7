package khabar.query.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.Pane;
import khabar.schemas.PaneTiming;
import khabar.schemas.SubjectCount;
import khabar.schemas.TopEntities;
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
    private static final Comparator<SubjectCount> MOST_ARTICLES = Comparator.comparingLong(SubjectCount::getArticles)
            .thenComparingLong(SubjectCount::getCount)
            .reversed()
            .thenComparing(SubjectCount::getSubjectCode);

    private final Clock clock;
    private final NewestWindows<Tops> tops = new NewestWindows<>(WINDOWS);
    private final NewestWindows<Map<String, SubjectCount>> subjects = new NewestWindows<>(WINDOWS);
    private final River river = new River(ARTICLES, CHARACTERS);
    private final Rate rate = new Rate();
    private long changes;
    private long articles;
    private long rejected;
    private long deadLetters;
    private long unreadable;
    private long latePanes;
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
            rejected++;
        } else if (!output.readable()) {
            unreadable++;
        } else if (output.value() instanceof EnrichedArticle article) {
            articles++;
            rate.happened(output.at());
            river.see(output.key(), article);
        } else if (output.value() instanceof TopEntities top) {
            take(WindowKey.parse(output.key()), top);
        } else if (output.value() instanceof SubjectCount count) {
            take(WindowKey.parse(output.key()), count);
        }
    }

    private void take(WindowKey window, TopEntities top) {
        latePanes += late(top.getPane());
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

    private static int late(Pane pane) {
        return pane.getTiming() == PaneTiming.LATE ? 1 : 0;
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
        Figures figures = new Figures(
                articles, rate.perSecond(clock.instant()), rejected, deadLetters, unreadable, latePanes, newestAt);
        return new Snapshot(changes, shown.flatMap(this::newestBoard), river.newest(mostArticles), figures);
    }

    /** The newest window of the given size that has data. */
    public synchronized Optional<Board> newestBoard(Duration size) {
        NavigableSet<Instant> starts = new TreeSet<>(tops.newestFirst(size).keySet());
        starts.addAll(subjects.newestFirst(size).keySet());
        return starts.descendingSet().stream()
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

    /** The article, where it is among the newest. */
    public synchronized Optional<EnrichedArticle> article(String uri) {
        return river.article(uri);
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
