package khabar.topology.pair;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import khabar.schemas.Pane;
import khabar.schemas.PaneTiming;
import khabar.schemas.state.PairedArticle;
import khabar.schemas.state.PublishedPair;
import khabar.topics.WindowKey;
import khabar.topology.CommitTimes;
import khabar.topology.TopologyOptions;
import khabar.topology.Turns;
import khabar.topology.count.CountByWindow;
import khabar.topology.count.WindowClock;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Counts the pairs of every window and publishes panes: EARLY for pairs whose articles changed in an
 * open window, ON_TIME for all pairs of a window that closes, LATE for all that differ after that, of
 * which there may be many, as one article more changes the strength of every pair.
 */
public final class CountPairs implements Processor<String, PairedArticle, String, CountedPair> {
    /** The store of what was last published, by window and pair; all pairs of a window are in one partition. */
    public static final String STORE = PairStores.PUBLISHED;
    /** Pairs are many, so their panes come in rounds, one in this time. */
    public static final Duration LEAST_INTERVAL = Duration.ofSeconds(1);
    /**
     * Of what changed, about so many pairs are told at once while articles come: entities counted by the same thread wait
     * for them, and a pair that waits is told once for all articles that have named it meanwhile.
     */
    private static final int MOST_AT_ONCE = 50;
    /** The same when none has come for a while. */
    private static final int MOST_IN_SILENCE = 1_000;

    private final TopologyOptions options;
    private ProcessorContext<String, CountedPair> context;
    private PairWindows windows;
    private KeyValueStore<WindowKey, String> changes;
    private WindowClock clock;
    /** Windows in which panes are due. */
    private final Set<WindowKey> due = new HashSet<>();
    /** Up to where windows were forgotten since this task started, so that nothing is looked for twice. */
    private final Map<Duration, Long> forgotten = new HashMap<>();

    private Turns rounds;
    private boolean moreIsDue;
    /** Whether an article has come in this round; and in the one before. */
    private boolean heard;

    private boolean wasHeard;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private CountPairs(TopologyOptions options) {
        this.options = options;
    }

    /** The stage, with its stores. */
    public static ProcessorSupplier<String, PairedArticle, String, CountedPair> stage(TopologyOptions options) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, PairedArticle, String, CountedPair> get() {
                return new CountPairs(options);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return PairStores.all();
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, CountedPair> processorContext) {
        context = processorContext;
        windows = new PairWindows(
                context.getStateStore(PairStores.ARTICLES), context.getStateStore(PairStores.PUBLISHED));
        changes = context.getStateStore(PairStores.CHANGES);
        clock = new WindowClock(options, context.getStateStore(PairStores.CLOCK));
        try (KeyValueIterator<WindowKey, String> stored = changes.all()) {
            stored.forEachRemaining(entry -> due.add(entry.key));
        }
        rounds = Turns.every(LEAST_INTERVAL, context.taskId().partition(), options.feedPartitions());
        CommitTimes.keep(context);
        CommitTimes.atMultiplesOf(options.paneInterval(), context, this::publish);
    }

    @Override
    public void process(Record<String, PairedArticle> arrived) {
        PairedArticle article = arrived.value();
        if (article.getFeedClock() != null) {
            clock.heard(article.getFeedClock());
            return;
        }
        WindowKey window = WindowKey.parse(arrived.key());
        if (window.start().toEpochMilli() < forgotten.getOrDefault(window.size(), Long.MIN_VALUE)) {
            // It is forgotten behind all that changes it: what came later would count from nothing.
            return;
        }
        heard = true;
        windows.put(window, article);
        if (due.add(window)) {
            changes.put(window, "");
        }
    }

    private void publish(long now) {
        if (rounds.isNext(now)) {
            wasHeard = heard;
            heard = false;
            closeAndForget(now);
        } else if (moreIsDue) {
            publishChanges();
        }
    }

    private void closeAndForget(long now) {
        int left = CountByWindow.MOST_AT_ONCE;
        for (Duration size : options.pairs().windowSizes()) {
            left -= close(size, clock.dueUntil(size, now), left);
        }
        publishChanges();
        // What is not closed yet cannot be forgotten.
        for (Duration size : left <= 0 ? List.<Duration>of() : options.pairs().windowSizes()) {
            forget(size, clock.finalBefore(size));
        }
    }

    /** Tells what changed, or as much of it as may be told at once. */
    private void publishChanges() {
        int most = heard || wasHeard ? MOST_AT_ONCE : MOST_IN_SILENCE;
        int share = Math.max(1, most / Math.max(1, due.size()));
        moreIsDue = false;
        for (Iterator<WindowKey> next = due.iterator(); next.hasNext(); ) {
            WindowKey window = next.next();
            PairWindow pairs = windows.of(window);
            boolean closed = window.end().toEpochMilli() <= clock.closedUntil(window.size());
            Collection<Pair> told;
            if (pairs.isNew() || closed) {
                pairs.forgetChanged();
                told = all(pairs);
            } else {
                told = pairs.takeChanged(share);
            }
            publish(window, told, closed ? PaneTiming.LATE : PaneTiming.EARLY);
            if (pairs.hasChanged()) {
                moreIsDue = true;
            } else {
                changes.delete(window);
                next.remove();
            }
        }
    }

    /** Closes windows that are due, the oldest first, until as many pairs as may be are told; answers how many. */
    private int close(Duration size, long until, int most) {
        long before = clock.closedUntil(size);
        int told = 0;
        if (until <= before) {
            return told;
        }
        for (WindowKey window : windows.between(startOf(before, size), startOf(until - size.toMillis() + 1, size))) {
            if (told >= most) {
                return told;
            }
            Set<Pair> all = all(windows.of(window));
            publish(window, all, PaneTiming.ON_TIME);
            windows.of(window).forgetChanged();
            if (due.remove(window)) {
                changes.delete(window);
            }
            clock.closed(size, window.end().toEpochMilli());
            told += all.size();
        }
        clock.closed(size, until);
        return told;
    }

    /** All pairs that enough articles name, and those that were published although they are not there any more. */
    private Set<Pair> all(PairWindow pairs) {
        Set<Pair> all = pairs.pairsOf(options.pairs().leastArticles());
        all.addAll(pairs.publishedPairs());
        return all;
    }

    private void publish(WindowKey window, Collection<Pair> pairs, PaneTiming timing) {
        PairWindow counted = windows.of(window);
        for (Pair pair : pairs) {
            PublishedPair before = counted.published(pair);
            PublishedPair now = now(counted, pair, before);
            if (isWorthTelling(before, now, timing)) {
                WindowKey key = new WindowKey(window.start(), window.size(), pair.text());
                windows.publish(key, now);
                Pane pane = new Pane(timing, now.getPanes() - 1);
                CountedPair value = new CountedPair(
                        key,
                        pair,
                        now.getArticles(),
                        now.getUniqueArticles(),
                        now.getStrength(),
                        counted.cappedArticles(),
                        pane);
                context.forward(new Record<>(key.text(), value, context.currentSystemTimeMs()));
            }
        }
    }

    private boolean isWorthTelling(@Nullable PublishedPair before, PublishedPair now, PaneTiming timing) {
        if (before == null) {
            return now.getArticles() >= options.pairs().leastArticles();
        }
        boolean articlesDiffer =
                before.getArticles() != now.getArticles() || before.getUniqueArticles() != now.getUniqueArticles();
        return switch (timing) {
            case EARLY -> articlesDiffer;
            case ON_TIME -> true;
            case LATE -> articlesDiffer || !Objects.equals(before.getStrength(), now.getStrength());
        };
    }

    private static PublishedPair now(PairWindow counted, Pair pair, @Nullable PublishedPair before) {
        Together together = counted.together(pair);
        return new PublishedPair(
                pair.one(),
                pair.other(),
                (long) together.articles(),
                (long) together.unique(),
                counted.strength(pair),
                before == null ? 1 : before.getPanes() + 1);
    }

    private void forget(Duration size, long before) {
        long since = forgotten.getOrDefault(size, Long.MIN_VALUE);
        if (before <= since) {
            return;
        }
        forgotten.put(size, before);
        for (WindowKey window : windows.between(startOf(since, size), startOf(before, size))) {
            windows.forget(window);
        }
    }

    private static WindowKey startOf(long millis, Duration size) {
        return new WindowKey(Instant.ofEpochMilli(millis), size, "");
    }
}
