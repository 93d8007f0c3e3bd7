package khabar.topology.trend;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import khabar.schemas.state.EntityPast;
import khabar.schemas.state.LiveTrend;
import khabar.schemas.state.TrendingEntity;
import khabar.settings.Durations;
import khabar.topics.SingleObjectFormat;
import khabar.topology.count.WindowKeySerde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of trends. What is as many as there are entities is on disk, what is as few as trends in memory. */
final class TrendStores {
    /** The past by size and entity. */
    static final String PASTS = "trend-pasts";
    /** Entities that trend, by size and entity. */
    static final String TRENDING = "trending-entities";
    /** What was said of open windows, by window key. */
    static final String LIVE = "live-trends";
    /** Times by what they are the time of and size. */
    static final String CLOCK = "trend-clock";

    /** The sizes of windows are few. */
    private static final Map<Duration, String> ISO = new ConcurrentHashMap<>();

    private TrendStores() {}

    static Set<StoreBuilder<?>> all() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(PASTS),
                                Serdes.String(),
                                SingleObjectFormat.compiledIn().serdeOf(EntityPast.class))
                        .withCachingEnabled(),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(TRENDING),
                        Serdes.String(),
                        SingleObjectFormat.compiledIn().serdeOf(TrendingEntity.class)),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(LIVE),
                        WindowKeySerde.serde(),
                        SingleObjectFormat.compiledIn().serdeOf(LiveTrend.class)),
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(CLOCK), Serdes.String(), Serdes.Long()));
    }

    /** The key of an entity in windows of one size, as in {@code PT1H/Q858}. */
    static String key(Duration size, String entityId) {
        return first(size) + entityId;
    }

    /** Sorts before every key of the size. */
    static String first(Duration size) {
        return iso(size) + "/";
    }

    /** Sorts after every key of the size. */
    static String last(Duration size) {
        return first(size) + Character.MAX_VALUE;
    }

    /** The size in ISO 8601. */
    static String iso(Duration size) {
        return ISO.computeIfAbsent(size, Durations::iso);
    }
}
