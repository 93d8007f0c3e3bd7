package khabar.topology.rank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabar.schemas.PaneTiming;
import khabar.schemas.state.PartialTop;
import khabar.schemas.state.RankedCount;
import khabar.topics.WindowKey;
import khabar.topology.count.CountStores;
import khabar.topology.count.Counted;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the entities of one partition in their order, and sends on the first rows of every window
 * whose order changed: the first rows of all partitions hold the first rows of the whole.
 */
public final class RankEntities implements Processor<String, Counted, String, PartialTop> {
    private final int most;
    private final Map<WindowKey, Boolean> closed = new LinkedHashMap<>();
    private ProcessorContext<String, PartialTop> context;
    private Ranks ranks;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private RankEntities(int most) {
        this.most = most;
    }

    /** The stage, which must know the store of the counts; it ranks so many rows of each window. */
    public static ProcessorSupplier<String, Counted, String, PartialTop> stage(int most) {
        return () -> new RankEntities(most);
    }

    @Override
    public void init(ProcessorContext<String, PartialTop> processorContext) {
        context = processorContext;
        ranks = new Ranks(context.getStateStore(CountStores.ENTITIES.name()), most);
    }

    @Override
    public void process(Record<String, Counted> arrived) {
        if (arrived.value() instanceof Counted.Value value) {
            ranks.move(value);
            closed.merge(value.key().window(), value.pane().getTiming() == PaneTiming.LATE, Boolean::logicalOr);
        } else if (arrived.value() instanceof Counted.Closed now) {
            closed.replaceAll((window, before) -> before || now.includes(window));
        } else if (arrived.value() instanceof Counted.Settled) {
            closed.forEach((window, isClosed) -> forward(window, isClosed, false, ranks.top(window)));
            closed.clear();
        } else if (arrived.value() instanceof Counted.Expired expired) {
            ranks.forgetBefore(expired.before());
            forward(expired.before(), true, true, List.of());
        }
    }

    private void forward(WindowKey window, boolean isClosed, boolean expired, List<RankedCount> rows) {
        PartialTop top = new PartialTop(context.taskId().partition(), isClosed, expired, rows);
        context.forward(new Record<>(window.text(), top, context.currentSystemTimeMs()));
    }
}
