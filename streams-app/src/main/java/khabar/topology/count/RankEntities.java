package khabar.topology.count;

import java.util.List;
import java.util.Set;
import khabar.schemas.PaneTiming;
import khabar.schemas.state.PartialTop;
import khabar.schemas.state.RankedCount;
import khabar.topics.WindowKey;
import khabar.topology.TopologyOptions;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Keeps the entities of one partition in their order, and sends on the first rows of every window
 * whose order changed: the first rows of all partitions hold the first rows of the whole.
 */
public final class RankEntities implements Processor<String, Counted, String, PartialTop> {
    private static final String RANKS = "entity-ranks";
    private static final String CHANGES = "entity-ranks-changes";
    private static final String OPEN = "open";
    private static final String CLOSED = "closed";

    private final TopologyOptions options;
    private ProcessorContext<String, PartialTop> context;
    private Ranks ranks;
    private Changes changes;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private RankEntities(TopologyOptions options) {
        this.options = options;
    }

    /** The stage, with its stores. */
    public static ProcessorSupplier<String, Counted, String, PartialTop> stage(TopologyOptions options) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Counted, String, PartialTop> get() {
                return new RankEntities(options);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(
                        Ranks.builder(RANKS),
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(CHANGES), WindowKeySerde.serde(), Serdes.String()));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, PartialTop> processorContext) {
        context = processorContext;
        ranks = new Ranks(context.getStateStore(RANKS));
        changes = new Changes(context.getStateStore(CHANGES));
        context.schedule(options.paneInterval(), PunctuationType.WALL_CLOCK_TIME, now -> changes.drain(this::forward));
    }

    @Override
    public void process(Record<String, Counted> arrived) {
        if (arrived.value() instanceof Counted.Value value) {
            ranks.move(value);
            boolean open = value.pane().getTiming() == PaneTiming.EARLY;
            WindowKey key = value.key();
            changes.add(new WindowKey(key.start(), key.size(), ""), open ? OPEN : CLOSED);
        } else if (arrived.value() instanceof Counted.Expired expired) {
            // What is due comes out first, so that nothing is forgotten unsaid.
            changes.drain(this::forward);
            for (WindowKey window : ranks.forgetBefore(expired.before())) {
                forward(window, CLOSED, true, List.of());
            }
        }
    }

    private void forward(WindowKey window, String state) {
        forward(window, state, false, ranks.top(window, options.topEntities()));
    }

    private void forward(WindowKey window, String state, boolean expired, List<RankedCount> rows) {
        PartialTop top = new PartialTop(context.taskId().partition(), state.equals(CLOSED), expired, rows);
        context.forward(new Record<>(window.text(), top, context.currentSystemTimeMs()));
    }
}
