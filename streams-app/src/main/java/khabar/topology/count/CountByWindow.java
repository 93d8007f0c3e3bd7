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
import khabar.schemas.state.WindowCount;
import khabar.topics.CloudEvents;
import khabar.topics.WindowKey;
import khabar.topology.TopologyOptions;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
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
 * after that. Panes go out together once in a pane interval.
 */
public final class CountByWindow implements Processor<String, Contribution, String, Counted> {
    private final TopologyOptions options;
    private final CountStores stores;
    private ProcessorContext<String, Counted> context;
    private KeyValueStore<WindowKey, WindowCount> counts;
    private Changes changes;
    private WindowClock clock;
    /** Up to where windows were forgotten since this task started, so that nothing is looked for twice. */
    private final Map<Duration, Long> forgotten = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private CountByWindow(TopologyOptions options, CountStores stores) {
        this.options = options;
        this.stores = stores;
    }

    /** The stage, with its stores. */
    public static ProcessorSupplier<String, Contribution, String, Counted> stage(
            TopologyOptions options, CountStores stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Contribution, String, Counted> get() {
                return new CountByWindow(options, stores);
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
        changes = new Changes(context.getStateStore(stores.changesName()));
        clock = new WindowClock(options, context.getStateStore(stores.clockName()));
        context.schedule(options.paneInterval(), PunctuationType.WALL_CLOCK_TIME, this::publish);
    }

    @Override
    public void process(Record<String, Contribution> arrived) {
        Contribution contribution = arrived.value();
        if (contribution.getFeedClock() != null) {
            clock.heard(contribution.getFeedClock());
            return;
        }
        String trace = CloudEvents.text(arrived.headers(), CloudEvents.TRACEPARENT);
        for (Duration size : options.windowSizes()) {
            WindowKey key = WindowKey.containing(contribution.getPublishedAt(), size, arrived.key());
            counts.put(key, sum(counts.get(key), contribution));
            changes.add(key, trace == null ? "" : trace);
        }
    }

    private static WindowCount sum(@Nullable WindowCount before, Contribution contribution) {
        WindowCount sum = before == null ? Amounts.nothing(contribution.getType()) : before;
        Amounts.add(sum, contribution);
        return sum;
    }

    private void publish(long now) {
        for (Duration size : options.windowSizes()) {
            close(size, clock.dueUntil(size, now));
        }
        changes.drain(this::publishChange);
        for (Duration size : options.windowSizes()) {
            forget(size, clock.finalBefore(size));
        }
    }

    private void close(Duration size, long until) {
        long before = clock.closedUntil(size);
        if (until <= before) {
            return;
        }
        for (KeyValue<WindowKey, WindowCount> due : startingIn(size, before, until - size.toMillis() + 1)) {
            changes.remove(due.key);
            forward(due.key, due.value, PaneTiming.ON_TIME, "");
        }
        clock.closed(size, until);
        Counted closed = new Counted.Closed(size, Instant.ofEpochMilli(until));
        context.forward(new Record<>(size.toString(), closed, context.currentSystemTimeMs()));
    }

    private void publishChange(WindowKey key, String trace) {
        WindowCount count = counts.get(key);
        boolean changed = count != null
                && (count.getPanes() == 0 || !Amounts.counted(count).equals(Amounts.published(count)));
        if (count != null && changed) {
            boolean late = isClosedBy(key, clock.closedUntil(key.size()));
            forward(key, count, late ? PaneTiming.LATE : PaneTiming.EARLY, trace);
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
        List<KeyValue<WindowKey, WindowCount>> expired =
                startingIn(size, forgotten.getOrDefault(size, Long.MIN_VALUE), before);
        forgotten.put(size, before);
        for (KeyValue<WindowKey, WindowCount> entry : expired) {
            counts.delete(entry.key);
        }
        if (!expired.isEmpty()) {
            WindowKey stays = new WindowKey(Instant.ofEpochMilli(before), size, "");
            context.forward(new Record<>(stays.text(), new Counted.Expired(stays), context.currentSystemTimeMs()));
        }
    }

    private static boolean isClosedBy(WindowKey key, long until) {
        return key.end().toEpochMilli() <= until;
    }

    /** All counts of windows of the given size that start at or after one time and before another. */
    private List<KeyValue<WindowKey, WindowCount>> startingIn(Duration size, long from, long before) {
        List<KeyValue<WindowKey, WindowCount>> found = new ArrayList<>();
        if (from >= before) {
            return found;
        }
        WindowKey first = new WindowKey(Instant.ofEpochMilli(from), size, "");
        WindowKey end = new WindowKey(Instant.ofEpochMilli(before), size, "");
        try (KeyValueIterator<WindowKey, WindowCount> range = counts.range(first, end)) {
            range.forEachRemaining(found::add);
        }
        return found;
    }
}
