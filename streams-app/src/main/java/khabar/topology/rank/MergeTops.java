package khabar.topology.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import khabar.schemas.Pane;
import khabar.schemas.PaneTiming;
import khabar.schemas.state.PartialTop;
import khabar.schemas.state.PublishedTop;
import khabar.schemas.state.RankedCount;
import khabar.topics.SingleObjectFormat;
import khabar.topics.WindowKey;
import khabar.topology.count.WindowKeySerde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Merges the first rows of all partitions of the entities into those of the whole, and publishes them
 * when they change. The ON_TIME pane comes when the window is closed in every partition that knows it.
 */
public final class MergeTops implements FixedKeyProcessor<String, PartialTop, Top> {
    private static final String PARTIAL = "partial-tops";
    /** The store of what was last published, by the text of the window. */
    public static final String STORE = "top-entities";

    private final int most;
    private FixedKeyProcessorContext<String, Top> context;
    private KeyValueStore<WindowKey, PartialTop> partial;
    private KeyValueStore<String, PublishedTop> published;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of FixedKeyProcessor
    private MergeTops(int most) {
        this.most = most;
    }

    /** The stage, with its stores. */
    public static FixedKeyProcessorSupplier<String, PartialTop, Top> stage(int most) {
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<String, PartialTop, Top> get() {
                return new MergeTops(most);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(
                        Stores.keyValueStoreBuilder(
                                        Stores.persistentKeyValueStore(PARTIAL),
                                        WindowKeySerde.serde(),
                                        SingleObjectFormat.compiledIn().serdeOf(PartialTop.class))
                                .withCachingEnabled(),
                        Stores.keyValueStoreBuilder(
                                        Stores.persistentKeyValueStore(STORE),
                                        Serdes.String(),
                                        SingleObjectFormat.compiledIn().serdeOf(PublishedTop.class))
                                .withCachingEnabled());
            }
        };
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Top> processorContext) {
        context = processorContext;
        partial = context.getStateStore(PARTIAL);
        published = context.getStateStore(STORE);
    }

    @Override
    public void process(FixedKeyRecord<String, PartialTop> arrived) {
        PartialTop top = arrived.value();
        WindowKey window = WindowKey.parse(arrived.key());
        WindowKey key = new WindowKey(window.start(), window.size(), Integer.toString(top.getPartition()));
        if (top.getExpired()) {
            partial.delete(key);
            if (tops(window).isEmpty()) {
                published.delete(arrived.key());
            }
            return;
        }
        partial.put(key, top);
        publish(arrived, window);
    }

    private void publish(FixedKeyRecord<String, PartialTop> arrived, WindowKey window) {
        List<PartialTop> tops = tops(window);
        List<RankedCount> rows = Order.top(tops.stream().flatMap(top -> top.getRows().stream()), most);
        boolean closed = tops.stream().allMatch(PartialTop::getClosed);
        PublishedTop before = published.get(arrived.key());
        boolean wasClosed = before != null && before.getClosed();
        if (before != null && before.getRows().equals(rows) && (wasClosed || !closed)) {
            return;
        }
        PaneTiming timing = wasClosed ? PaneTiming.LATE : closed ? PaneTiming.ON_TIME : PaneTiming.EARLY;
        long index = before == null ? 0 : before.getPanes();
        published.put(arrived.key(), new PublishedTop(index + 1, wasClosed || closed, rows));
        context.forward(arrived.withValue(new Top(window, rows, new Pane(timing, index))));
    }

    /** What every partition says of the window. */
    private List<PartialTop> tops(WindowKey window) {
        List<PartialTop> tops = new ArrayList<>();
        try (KeyValueIterator<WindowKey, PartialTop> all = partial.range(window, window.next())) {
            all.forEachRemaining(entry -> tops.add(entry.value));
        }
        return tops;
    }
}
