package khabar.topology.count;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.schemas.Pane;
import khabar.schemas.PaneTiming;
import khabar.schemas.state.Contribution;
import khabar.schemas.state.Contributions;
import khabar.schemas.state.WindowCount;
import khabar.topics.CloudEvents;
import khabar.topics.WindowKey;
import khabar.topology.CommitTimes;
import khabar.topology.TopologyOptions;
import khabar.topology.revision.SignedContribution.Counts;
import org.apache.kafka.common.header.Headers;
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
 * Sums contributions by window, for all window sizes at once, and publishes panes: EARLY for what
 * changed in an open window, ON_TIME once for every id of a window that closes, LATE for what changes
 * after that. Panes go out together once in a pane interval, or less often while what arrives is old: who
 * catches up is done sooner when many articles share a pane.
 */
public final class CountByWindow implements Processor<String, Contributions, String, Counted> {
    /** From this age on, at its arrival here, what is counted is old. */
    private static final Duration OLD = Duration.ofSeconds(1);
    /** Older than this it is not because whoever handed it over commits seldom, but because this stage does not keep up. */
    private static final Duration BEHIND = Duration.ofSeconds(3);
    /** The least time between two panes of a key while what arrives is old. */
    private static final Duration CATCHING_UP = Duration.ofSeconds(1);
    /** The most pane intervals after which windows close that are due. */
    private static final int MOST_TURNS = 4;
    /** Windows close until so many panes are out; the rest waits, or a transaction would outlive its time. */
    public static final int MOST_AT_ONCE = 10_000;

    private final TopologyOptions options;
    private final Counts what;
    private final CountStores stores;
    private ProcessorContext<String, Counted> context;
    private KeyValueStore<WindowKey, WindowCount> counts;
    private Changes changes;
    private WindowClock clock;
    private CommitTimes commits;
    /** Up to where windows were forgotten since this task started, so that nothing is looked for twice. */
    private final Map<Duration, Long> forgotten = new HashMap<>();

    private int turn;
    private long newestArrival = Long.MAX_VALUE;
    private long lastPublication;
    /** ON_TIME panes that are out since the last call of the timer. */
    private int onTime;

    private boolean moreIsDue;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private CountByWindow(TopologyOptions options, Counts what, CountStores stores) {
        this.options = options;
        this.what = what;
        this.stores = stores;
    }

    /** The stage, with its stores. */
    public static ProcessorSupplier<String, Contributions, String, Counted> stage(
            TopologyOptions options, Counts what, CountStores stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Contributions, String, Counted> get() {
                return new CountByWindow(options, what, stores);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores.all();
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Counted> processorContext) {
        context = processorContext;
        counts = context.getStateStore(stores.name());
        changes = new Changes(context.getStateStore(stores.changesName()), counts);
        clock = new WindowClock(options, context.getStateStore(stores.clockName()));
        commits = CommitTimes.of(context);
        CommitTimes.keep(context);
        CommitTimes.atMultiplesOf(options.paneInterval(), context, this::publish);
    }

    @Override
    public void process(Record<String, Contributions> arrived) {
        Contributions contributions = arrived.value();
        if (contributions.getFeedClock() != null) {
            clock.heard(contributions.getFeedClock());
            return;
        }
        newestArrival = arrived.timestamp();
        long now = context.currentSystemTimeMs();
        if (now - newestArrival > BEHIND.toMillis()) {
            commits.heard(newestArrival, now);
        }
        String trace = CloudEvents.text(arrived.headers(), CloudEvents.TRACEPARENT);
        List<Contribution> own = what == Counts.ENTITIES ? contributions.getEntities() : contributions.getSubjects();
        for (Contribution contribution : own) {
            add(contribution, trace == null ? "" : trace);
        }
    }

    private void add(Contribution contribution, String trace) {
        for (Duration size : options.windowSizes()) {
            WindowKey key = WindowKey.containing(contribution.getPublishedAt(), size, contribution.getId());
            if (isFinal(key)) {
                continue;
            }
            WindowCount sum = countOf(key, contribution.getType());
            Amounts.add(sum, contribution);
            counts.put(key, sum);
            changes.add(key, new Changes.Change(sum, trace));
        }
    }

    private WindowCount countOf(WindowKey key, String type) {
        WindowCount changed = changes.countOf(key);
        if (changed != null) {
            return changed;
        }
        WindowCount stored = counts.get(key);
        return stored == null ? Amounts.nothing(type) : stored;
    }

    /** Whether its window is forgotten, which it is behind all that changes it: what came later would count from nothing. */
    private boolean isFinal(WindowKey key) {
        return key.start().toEpochMilli() < forgotten.getOrDefault(key.size(), Long.MIN_VALUE);
    }

    private void publish(long now) {
        boolean old = now - newestArrival > OLD.toMillis();
        boolean waits = old ? now - lastPublication < CATCHING_UP.toMillis() : !commits.isDue(now);
        if (waits && !moreIsDue) {
            return;
        }
        newestArrival = Long.MAX_VALUE;
        lastPublication = now;
        closeWhatIsDue(now, old);
        changes.drain(this::publishChange, window -> !isClosedBy(window, clock.closedUntil(window.size())));
        context.forward(new Record<>("", new Counted.Settled(), now));
        // What is not closed yet cannot be forgotten.
        for (Duration size : moreIsDue ? List.<Duration>of() : options.windowSizes()) {
            forget(size, clock.finalBefore(size));
        }
    }

    /**
     * Whether this partition may close windows now. At the turn of a minute all have to, in a transaction that holds up
     * what is new: so one after the other does.
     */
    private boolean isMyTurn() {
        int turns = Math.min(options.feedPartitions(), MOST_TURNS);
        turn = (turn + 1) % turns;
        return moreIsDue || turn == context.taskId().partition() % turns;
    }

    private void closeWhatIsDue(long now, boolean old) {
        boolean isMyTurn = isMyTurn();
        onTime = 0;
        moreIsDue = false;
        for (Duration size : isMyTurn ? options.windowSizes() : List.<Duration>of()) {
            close(size, clock.dueUntil(size, now), old);
        }
    }

    /** Closes windows that are due, the oldest first, until as many panes as may be are out. */
    private void close(Duration size, long until, boolean old) {
        while (clock.closedUntil(size) < until) {
            WindowKey first = firstIn(size, clock.closedUntil(size), until - size.toMillis() + 1);
            if (first == null) {
                closed(size, until);
                return;
            }
            boolean inPortions = !old && first.end().toEpochMilli() == until;
            int left = (inPortions ? options.closingPortion() : MOST_AT_ONCE) - onTime;
            if (left <= 0 || !close(first, left)) {
                moreIsDue |= !inPortions;
                return;
            }
            closed(size, first.end().toEpochMilli());
        }
    }

    /** Publishes so many of the ON_TIME panes of a window that are not out yet, or all; answers whether these were all. */
    private boolean close(WindowKey window, int most) {
        List<KeyValue<WindowKey, WindowCount>> due = after(clock.closingFrom(window), window.next(), most + 1);
        for (KeyValue<WindowKey, WindowCount> closing : due.subList(0, Math.min(most, due.size()))) {
            changes.remove(closing.key);
            forward(closing.key, closing.value, PaneTiming.ON_TIME, "");
            onTime++;
        }
        if (due.size() > most) {
            clock.closing(due.get(most - 1).key);
        }
        return due.size() <= most;
    }

    private void closed(Duration size, long until) {
        clock.closed(size, until);
        Counted closed = new Counted.Closed(size, Instant.ofEpochMilli(until));
        context.forward(new Record<>(size.toString(), closed, context.currentSystemTimeMs()));
    }

    private void publishChange(WindowKey key, Changes.Change change) {
        if (clock.isBeingClosed(key)) {
            // Its ON_TIME pane says it, or a LATE pane when all of its window are out.
            changes.add(key, change);
        } else if (Amounts.isDue(change.count())) {
            boolean late = isClosedBy(key, clock.closedUntil(key.size()));
            forward(key, change.count(), late ? PaneTiming.LATE : PaneTiming.EARLY, change.trace());
        }
    }

    private void forward(WindowKey key, WindowCount count, PaneTiming timing, String trace) {
        Counted.Value value = new Counted.Value(
                key,
                count.getType(),
                Amounts.published(count),
                Amounts.counted(count),
                new Pane(timing, count.getPanes()));
        Amounts.publish(count);
        counts.put(key, count);
        Headers headers = new RecordHeaders();
        CloudEvents.trace(headers, trace);
        context.forward(new Record<>(key.id(), value, context.currentSystemTimeMs(), headers));
    }

    private void forget(Duration size, long before) {
        if (before <= forgotten.getOrDefault(size, Long.MIN_VALUE)) {
            return;
        }
        WindowKey stays = startOf(before, size);
        after(startOf(forgotten.getOrDefault(size, Long.MIN_VALUE), size), stays, Integer.MAX_VALUE)
                .forEach(entry -> counts.delete(entry.key));
        forgotten.put(size, before);
        // Also where nothing was counted: others wait until all partitions have come so far.
        context.forward(new Record<>(stays.text(), new Counted.Expired(stays), context.currentSystemTimeMs()));
    }

    private static boolean isClosedBy(WindowKey key, long until) {
        return key.end().toEpochMilli() <= until;
    }

    /** The first window of the given size with a count that starts at or after one time and before another. */
    private @Nullable WindowKey firstIn(Duration size, long from, long before) {
        if (from >= before) {
            return null;
        }
        try (KeyValueIterator<WindowKey, WindowCount> range =
                counts.range(startOf(from, size), startOf(before, size))) {
            return range.hasNext() ? range.peekNextKey().window() : null;
        }
    }

    /** At most so many counts after one key and before another. */
    private List<KeyValue<WindowKey, WindowCount>> after(WindowKey key, WindowKey before, int most) {
        List<KeyValue<WindowKey, WindowCount>> found = new ArrayList<>();
        try (KeyValueIterator<WindowKey, WindowCount> range = counts.range(key, before)) {
            while (range.hasNext() && found.size() < most) {
                KeyValue<WindowKey, WindowCount> next = range.next();
                if (!next.key.equals(key)) {
                    found.add(next);
                }
            }
        }
        return found;
    }

    private static WindowKey startOf(long millis, Duration size) {
        return new WindowKey(Instant.ofEpochMilli(millis), size, "");
    }
}
