package khabar.topology.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.schemas.Pane;
import khabar.schemas.PaneTiming;
import khabar.schemas.TrendState;
import khabar.schemas.state.LiveTrend;
import khabar.schemas.state.TrendingEntity;
import khabar.schemas.state.WindowCount;
import khabar.topics.WindowKey;
import khabar.topology.TopologyOptions;
import khabar.topology.Turns;
import khabar.topology.count.Amounts;
import khabar.topology.count.CountStores;
import khabar.topology.count.Counted;
import khabar.topology.count.WindowClock;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Decides at the closing of a window who trends: an entity begins to with enough articles from enough
 * sources and a high score, and ends with a low one. While the window is open it tells the live score
 * of those that trend or would begin to: at once, and from then on in turns, since it is there to be looked at, and the
 * name of the hour is counted anew ten times in a second. What changes after the closing changes no trend.
 */
public final class FollowTrends implements Processor<String, Counted, String, Followed> {
    private static final Duration LEAST_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(5);
    private static final int TURNS_IN_A_WINDOW = 60;

    private final TopologyOptions topology;
    private final TrendOptions options;
    /** By window size, panes whose live scores were not looked at yet, by window and entity. */
    private final Map<Duration, Map<WindowKey, Record<String, Counted>>> due = new LinkedHashMap<>();

    private final Map<Duration, Turns> turns = new HashMap<>();
    private ProcessorContext<String, Followed> context;
    private Pasts pasts;
    private Remembered<String, TrendingEntity> trending;
    private Remembered<WindowKey, LiveTrend> live;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private FollowTrends(TopologyOptions topology) {
        this.topology = topology;
        this.options = topology.trends();
    }

    /** The stage, with its stores; it must know the stores of the counts and of their clock, too. */
    public static ProcessorSupplier<String, Counted, String, Followed> stage(TopologyOptions options) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Counted, String, Followed> get() {
                return new FollowTrends(options);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return TrendStores.all();
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Followed> processorContext) {
        context = processorContext;
        takeTurns(context.taskId().partition());
        pasts = new Pasts(options, context.getStateStore(TrendStores.PASTS), context.getStateStore(TrendStores.CLOCK));
        trending = new Remembered<>(context.getStateStore(TrendStores.TRENDING));
        live = new Remembered<>(context.getStateStore(TrendStores.LIVE));
        findDue(
                context.getStateStore(CountStores.ENTITIES.name()),
                WindowClock.closing(context.getStateStore(CountStores.ENTITIES.clockName())));
    }

    /**
     * How much time passes between two live scores of an entity in a window of the given size that are not the first: a
     * sixtieth of it, between one second and five. Where all come each second they are an eighth of all records.
     */
    public static Duration interval(Duration windowSize) {
        Duration share = windowSize.dividedBy(TURNS_IN_A_WINDOW);
        Duration atLeast = share.compareTo(LEAST_INTERVAL) < 0 ? LEAST_INTERVAL : share;
        return atLeast.compareTo(LONGEST_INTERVAL) > 0 ? LONGEST_INTERVAL : atLeast;
    }

    /** In each partition and for each window size at another time. */
    private void takeTurns(int partition) {
        List<Duration> sizes = topology.windowSizes();
        for (int i = 0; i < sizes.size(); i++) {
            int turn = partition * sizes.size() + i;
            turns.put(
                    sizes.get(i), Turns.every(interval(sizes.get(i)), turn, topology.feedPartitions() * sizes.size()));
        }
    }

    /**
     * Whoever takes over does not know whose live score was due: those of all panes of open windows are looked at, and
     * of a window that is being closed those behind the last that was decided on.
     */
    private void findDue(KeyValueStore<WindowKey, WindowCount> counts, Map<Duration, WindowKey> closing) {
        for (Duration size : topology.windowSizes()) {
            WindowKey decided = closing.get(size);
            WindowKey first = decided == null ? new WindowKey(pasts.closedUntil(size), size, "") : decided;
            WindowKey last = new WindowKey(Instant.ofEpochMilli(Long.MAX_VALUE), size, "");
            try (KeyValueIterator<WindowKey, WindowCount> open = counts.range(first, last)) {
                open.forEachRemaining(entry -> dueIn(entry.key).put(entry.key, pane(entry.key, entry.value)));
                dueIn(first).remove(first);
            }
        }
    }

    private Record<String, Counted> pane(WindowKey key, WindowCount count) {
        Pane pane = new Pane(PaneTiming.EARLY, count.getPanes());
        Amounts said = Amounts.published(count);
        return new Record<>(
                key.id(), new Counted.Value(key, count.getType(), said, said, pane), context.currentSystemTimeMs());
    }

    @Override
    public void process(Record<String, Counted> arrived) {
        if (arrived.value() instanceof Counted.Value value) {
            switch (value.pane().getTiming()) {
                case EARLY -> showNowOrLater(value, arrived);
                case ON_TIME -> {
                    dueIn(value.key()).remove(value.key());
                    decide(value, arrived);
                }
                case LATE -> {}
            }
        } else if (arrived.value() instanceof Counted.Settled) {
            showDue(arrived.timestamp());
        } else if (arrived.value() instanceof Counted.Closed closed) {
            endTheSilent(closed.size(), closed.until(), arrived);
            pasts.closed(closed.size(), closed.until());
        }
    }

    private void decide(Counted.Value value, Record<String, Counted> arrived) {
        WindowKey key = value.key();
        TrendingEntity before = trending.get(TrendStores.key(key.size(), key.id()));
        if (before != null && before.getNewest().plus(key.size()).isBefore(key.start())) {
            endAfter(before, key.size(), key.id(), arrived);
            before = null;
        }
        close(key, value.type(), value.now(), before, arrived);
        pasts.add(key, value.now().uniqueArticles());
    }

    /** Decides on a window, and tells it where there is or was a trend, or one was in sight. */
    private void close(
            WindowKey key,
            String type,
            Amounts amounts,
            @Nullable TrendingEntity before,
            Record<String, Counted> cause) {
        Standing standing = pasts.closing(key, amounts.uniqueArticles());
        boolean trends = before == null ? begins(standing, amounts) : standing.score() >= options.leaveScore();
        LiveTrend said = live.delete(key);
        if (trends) {
            trending.put(TrendStores.key(key.size(), key.id()), new TrendingEntity(key.start(), type));
        } else if (before != null) {
            trending.delete(TrendStores.key(key.size(), key.id()));
        }
        if (trends || before != null || said != null) {
            TrendState state = trends ? TrendState.TRENDING : TrendState.ENDED;
            Pane pane = new Pane(PaneTiming.ON_TIME, said == null ? 0 : said.getPanes());
            forward(new Followed(key, type, standing, amounts.sources(), state, trends && before == null, pane), cause);
        }
    }

    private boolean begins(Standing standing, Amounts amounts) {
        return isEnough(amounts) && standing.score() >= options.enterScore();
    }

    /** Whether so many articles, without near-duplicates, of so many sources can begin a trend. */
    private boolean isEnough(Amounts amounts) {
        return amounts.uniqueArticles() >= options.enterArticles() && amounts.sources() >= options.enterSources();
    }

    /** Those that trend and were not named in a window that is closed now: they are few, so all are looked at. */
    private void endTheSilent(Duration size, Instant until, Record<String, Counted> cause) {
        List<KeyValue<String, TrendingEntity>> silent = new ArrayList<>();
        String first = TrendStores.first(size);
        try (KeyValueIterator<String, TrendingEntity> all = trending.range(first, TrendStores.last(size))) {
            all.forEachRemaining(entry -> {
                if (!entry.value.getNewest().plus(size.multipliedBy(2)).isAfter(until)) {
                    silent.add(entry);
                }
            });
        }
        silent.forEach(entry -> endAfter(entry.value, size, entry.key.substring(first.length()), cause));
    }

    /** Ends a trend in the first window without a mention. */
    private void endAfter(TrendingEntity trend, Duration size, String entityId, Record<String, Counted> cause) {
        WindowKey empty = new WindowKey(trend.getNewest().plus(size), size, entityId);
        close(empty, trend.getType(), Amounts.NONE, trend, cause);
    }

    private void showNowOrLater(Counted.Value value, Record<String, Counted> arrived) {
        if (live.has(value.key())) {
            dueIn(value.key()).put(value.key(), arrived.withHeaders(new RecordHeaders(arrived.headers())));
        } else {
            // What was found when this task began is older.
            dueIn(value.key()).remove(value.key());
            show(value, arrived);
        }
    }

    private void showDue(long now) {
        turns.forEach((size, turn) -> {
            Map<WindowKey, Record<String, Counted>> shown = turn.isNext(now) ? due.remove(size) : null;
            if (shown != null) {
                shown.values().forEach(pane -> show((Counted.Value) pane.value(), pane));
            }
        });
    }

    private Map<WindowKey, Record<String, Counted>> dueIn(WindowKey key) {
        return due.computeIfAbsent(key.size(), size -> new LinkedHashMap<>());
    }

    /** Tells the live score of an open window where it is worth telling and has changed. */
    private void show(Counted.Value value, Record<String, Counted> arrived) {
        WindowKey key = value.key();
        Amounts now = value.now();
        boolean trends = trending.has(TrendStores.key(key.size(), key.id()));
        LiveTrend said = live.get(key);
        if (!trends && said == null && !isEnough(now)) {
            return;
        }
        Standing standing = pasts.live(key, now.uniqueArticles());
        TrendState state = trends ? TrendState.TRENDING : begins(standing, now) ? TrendState.RISING : TrendState.ENDED;
        if (said == null ? state == TrendState.ENDED : saysTheSame(said, now, state)) {
            return;
        }
        long index = said == null ? 0 : said.getPanes();
        live.put(key, new LiveTrend(index + 1, now.uniqueArticles(), now.sources(), state.name()));
        Pane pane = new Pane(PaneTiming.EARLY, index);
        forward(new Followed(key, value.type(), standing, now.sources(), state, false, pane), arrived);
    }

    private static boolean saysTheSame(LiveTrend said, Amounts now, TrendState state) {
        return said.getObserved() == now.uniqueArticles()
                && said.getSources() == now.sources()
                && said.getState().equals(state.name());
    }

    private void forward(Followed followed, Record<String, Counted> cause) {
        context.forward(cause.withKey(followed.key().id()).withValue(followed));
    }
}
