package khabar.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import khabar.query.live.Output;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.PaneTiming;
import khabar.schemas.SubjectCount;
import khabar.schemas.TopEntities;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.jspecify.annotations.Nullable;

/** The newest value of everything that the topology published; safe for one writer and many readers. */
public final class Collected implements Consumer<Output> {
    /** More articles than this are counted, but not kept. */
    static final int MOST_ARTICLES = 10_000;

    private final Duration greatestWindow;
    private final Map<String, EnrichedArticle> articles = new LinkedHashMap<>();
    private final Map<String, EntityCount> entityCounts = new HashMap<>();
    private final Map<WindowKey, Set<String>> openKeys = new HashMap<>();
    private final Map<Duration, Set<Instant>> windows = new TreeMap<>();
    private @Nullable Instant newestPublishedAt;
    private long enriched;
    private long rejected;
    private long deadLetters;
    private long unreadable;
    private long panes;
    private long lastChangeNanos = System.nanoTime();

    /** Keeps the entity counts of windows of the given size only: they sum up the smaller ones. */
    public Collected(Duration greatestWindow) {
        this.greatestWindow = greatestWindow;
    }

    @Override
    public synchronized void accept(Output output) {
        lastChangeNanos = System.nanoTime();
        if (output.topic().equals(Topics.DEAD_LETTERS)) {
            deadLetters++;
        } else if (output.topic().equals(Topics.REJECTED.name())) {
            rejected++;
        } else if (!output.readable()) {
            unreadable++;
        } else if (output.value() instanceof EnrichedArticle article) {
            take(article);
        } else if (output.value() instanceof EntityCount count) {
            WindowKey key = WindowKey.parse(output.key());
            if (key.size().equals(greatestWindow)) {
                entityCounts.put(output.key(), count);
            }
            pane(output, count.getPane().getTiming());
        } else if (output.value() instanceof SubjectCount count) {
            pane(output, count.getPane().getTiming());
        } else if (output.value() instanceof TopEntities top) {
            pane(output, top.getPane().getTiming());
        }
    }

    private void take(EnrichedArticle article) {
        enriched++;
        if (articles.containsKey(article.getUri()) || articles.size() < MOST_ARTICLES) {
            articles.put(article.getUri(), article);
        }
        if (newestPublishedAt == null || article.getPublishedAt().isAfter(newestPublishedAt)) {
            newestPublishedAt = article.getPublishedAt();
        }
    }

    private void pane(Output output, PaneTiming timing) {
        panes++;
        WindowKey key = WindowKey.parse(output.key());
        windows.computeIfAbsent(key.size(), size -> new HashSet<>()).add(key.start());
        WindowKey window = new WindowKey(key.start(), key.size(), "");
        Set<String> open = openKeys.computeIfAbsent(window, none -> new HashSet<>());
        if (timing == PaneTiming.EARLY) {
            open.add(output.topic() + " " + output.key());
        } else {
            open.remove(output.topic() + " " + output.key());
        }
        if (open.isEmpty()) {
            openKeys.remove(window);
        }
    }

    /** Whether any count has come out. */
    synchronized boolean hasPanes() {
        return panes > 0;
    }

    /** The windows that hold a count whose newest pane is EARLY. */
    synchronized List<WindowKey> openWindows() {
        return new ArrayList<>(openKeys.keySet());
    }

    /** How many windows of each size have a count. */
    synchronized Map<Duration, Integer> windowsBySize() {
        Map<Duration, Integer> sizes = new TreeMap<>();
        windows.forEach((size, starts) -> sizes.put(size, starts.size()));
        return sizes;
    }

    /** The newest event time that was enriched. */
    synchronized @Nullable Instant newestPublishedAt() {
        return newestPublishedAt;
    }

    /** How long nothing has come out. */
    synchronized Duration quiet() {
        return Duration.ofNanos(System.nanoTime() - lastChangeNanos);
    }

    /** The newest revision of each article, in the order of their first. */
    synchronized List<EnrichedArticle> articles() {
        return new ArrayList<>(articles.values());
    }

    /** The newest count of every entity in every window of the greatest size. */
    synchronized List<EntityCount> entityCounts() {
        return List.copyOf(entityCounts.values());
    }

    /** Winning revisions that came out. */
    synchronized long enriched() {
        return enriched;
    }

    /** Refusals that came out, the reader's and the topology's. */
    synchronized long rejected() {
        return rejected;
    }

    /** Dead letters that came out. */
    synchronized long deadLetters() {
        return deadLetters;
    }

    /** Records that this build cannot read. */
    synchronized long unreadable() {
        return unreadable;
    }
}
