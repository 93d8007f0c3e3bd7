package khabar.topology.rank;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.schemas.Pane;
import khabar.schemas.PaneTiming;
import khabar.schemas.state.PartialTop;
import khabar.schemas.state.PublishedTop;
import khabar.schemas.state.RankedCount;
import khabar.topics.SingleObjectFormat;
import khabar.topics.WindowKey;
import khabar.topology.CommitTimes;
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
 * A window is forgotten when it has left the horizon in every partition: one that lags may still have
 * rows of a window that another has long forgotten.
 */
public final class MergeTops implements FixedKeyProcessor<String, PartialTop, Top> {
    private static final String PARTIAL = "partial-tops";
    /** The store of what was last published, by the text of the window. */
    public static final String STORE = "top-entities";

    private static final String EXPIRED = "expired-windows";

    private final int most;
    private final int partitions;
    /** Up to where windows were forgotten since this task started, so that nothing is looked for twice. */
    private final Map<Duration, Instant> forgotten = new HashMap<>();

    private FixedKeyProcessorContext<String, Top> context;
    private KeyValueStore<WindowKey, PartialTop> partial;
    private KeyValueStore<String, PublishedTop> published;
    /** By window size and partition, when the first window starts that stays there, in milliseconds. */
    private KeyValueStore<String, Long> expired;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of FixedKeyProcessor
    private MergeTops(int most, int partitions) {
        this.most = most;
        this.partitions = partitions;
    }

    /** The stage, with its stores; it ranks so many rows of entities that have so many partitions. */
    public static FixedKeyProcessorSupplier<String, PartialTop, Top> stage(int most, int partitions) {
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<String, PartialTop, Top> get() {
                return new MergeTops(most, partitions);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(
                        Stores.keyValueStoreBuilder(
                                        Stores.persistentKeyValueStore(EXPIRED), Serdes.String(), Serdes.Long())
                                .withCachingEnabled(),
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
        expired = context.getStateStore(EXPIRED);
        CommitTimes.keep(context);
    }

    @Override
    public void process(FixedKeyRecord<String, PartialTop> arrived) {
        PartialTop top = arrived.value();
        WindowKey window = WindowKey.parse(arrived.key());
        if (top.getExpired()) {
            expired.put(
                    expiry(window.size(), top.getPartition()), window.start().toEpochMilli());
            forgetWhatExpiredEverywhere(window.size());
            return;
        }
        partial.put(new WindowKey(window.start(), window.size(), Integer.toString(top.getPartition())), top);
        publish(arrived, window);
    }

    private void forgetWhatExpiredEverywhere(Duration size) {
        long least = Long.MAX_VALUE;
        for (int partition = 0; partition < partitions; partition++) {
            Long there = expired.get(expiry(size, partition));
            if (there == null) {
                return;
            }
            least = Math.min(least, there);
        }
        WindowKey stays = new WindowKey(Instant.ofEpochMilli(least), size, "");
        Instant from = forgotten.getOrDefault(size, Instant.ofEpochMilli(Long.MIN_VALUE));
        if (from.isBefore(stays.start())) {
            forgotten.put(size, stays.start());
            forget(new WindowKey(from, size, ""), stays);
        }
    }

    private void forget(WindowKey first, WindowKey stays) {
        List<WindowKey> gone = new ArrayList<>();
        try (KeyValueIterator<WindowKey, PartialTop> range = partial.range(first, stays)) {
            range.forEachRemaining(entry -> gone.add(entry.key));
        }
        for (WindowKey key : gone) {
            partial.delete(key);
            published.delete(key.window().text());
        }
    }

    private static String expiry(Duration size, int partition) {
        return size + "/" + partition;
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
