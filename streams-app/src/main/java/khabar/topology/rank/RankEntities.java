package khabar.topology.rank;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabar.schemas.PaneTiming;
import khabar.schemas.state.PartialTop;
import khabar.schemas.state.RankedCount;
import khabar.schemas.state.WindowCount;
import khabar.topics.WindowKey;
import khabar.topology.TopologyOptions;
import khabar.topology.Turns;
import khabar.topology.count.CountStores;
import khabar.topology.count.Counted;
import khabar.topology.count.StoredWindows;
import khabar.topology.count.WindowClock;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the entities of one partition in their order, and sends on the first rows of every window
 * in which counts changed: the first rows of all partitions hold the first rows of the whole. Those of an open window are
 * there to be looked at, so they go out together once in a second; those of one that is closed go out at once.
 */
public final class RankEntities implements Processor<String, Counted, String, PartialTop> {
    /** First rows of open windows go out together once in this time. */
    public static final Duration LEAST_INTERVAL = Duration.ofSeconds(1);

    private final TopologyOptions options;
    /** Windows whose first rows are due, and whether they are closed. */
    private final Map<WindowKey, Boolean> due = new LinkedHashMap<>();

    private Turns turns;
    private ProcessorContext<String, PartialTop> context;
    private Ranks ranks;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private RankEntities(TopologyOptions options) {
        this.options = options;
    }

    /** The stage, which must know the stores of the counts and of their clock; it ranks as many rows of each window as the options say. */
    public static ProcessorSupplier<String, Counted, String, PartialTop> stage(TopologyOptions options) {
        return () -> new RankEntities(options);
    }

    @Override
    public void init(ProcessorContext<String, PartialTop> processorContext) {
        context = processorContext;
        turns = Turns.every(LEAST_INTERVAL, context.taskId().partition(), options.feedPartitions());
        KeyValueStore<WindowKey, WindowCount> counts = context.getStateStore(CountStores.ENTITIES.name());
        ranks = new Ranks(counts, options.topEntities());
        findDue(counts, context.getStateStore(CountStores.ENTITIES.clockName()));
    }

    /** Whoever takes over does not know whose first rows were due: those of all open windows are sent on. */
    private void findDue(KeyValueStore<WindowKey, WindowCount> counts, KeyValueStore<String, Long> clock) {
        for (Duration size : options.windowSizes()) {
            WindowKey open = new WindowKey(Instant.ofEpochMilli(WindowClock.closedUntil(clock, size)), size, "");
            WindowKey last = new WindowKey(Instant.ofEpochMilli(Long.MAX_VALUE), size, "");
            StoredWindows.between(counts, open, last).forEach(window -> due.put(window, false));
        }
    }

    @Override
    public void process(Record<String, Counted> arrived) {
        if (arrived.value() instanceof Counted.Value value) {
            ranks.move(value);
            due.merge(value.key().window(), value.pane().getTiming() == PaneTiming.LATE, Boolean::logicalOr);
        } else if (arrived.value() instanceof Counted.Closed now) {
            due.replaceAll((window, before) -> before || now.includes(window));
        } else if (arrived.value() instanceof Counted.Settled) {
            showDue(arrived.timestamp());
        } else if (arrived.value() instanceof Counted.Expired expired) {
            ranks.forget(expired);
            due.keySet().removeIf(expired::includes);
            forward(expired.before(), true, true, List.of());
        }
    }

    private void showDue(long now) {
        boolean open = turns.isNext(now);
        due.entrySet().removeIf(window -> {
            boolean shown = open || window.getValue();
            if (shown) {
                forward(window.getKey(), window.getValue(), false, ranks.top(window.getKey()));
            }
            return shown;
        });
    }

    private void forward(WindowKey window, boolean isClosed, boolean expired, List<RankedCount> rows) {
        PartialTop top = new PartialTop(context.taskId().partition(), isClosed, expired, rows);
        context.forward(new Record<>(window.text(), top, context.currentSystemTimeMs()));
    }
}
