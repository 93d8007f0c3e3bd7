package khabar.topology.count;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import khabar.schemas.state.RankedCount;
import khabar.topics.SingleObjectFormat;
import khabar.topics.WindowKey;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The entities of every window in the order of {@link Order}, so that the first rows can be read
 * without the others. A key is the window as in {@link WindowKeySerde}, then the complements of count
 * and articles (8 bytes each, so that greater comes first), then the id; the value is the row.
 */
final class Ranks {
    private static final int RANK_BYTES = 2 * Long.BYTES;

    private final KeyValueStore<Bytes, RankedCount> store;

    Ranks(KeyValueStore<Bytes, RankedCount> store) {
        this.store = store;
    }

    static StoreBuilder<KeyValueStore<Bytes, RankedCount>> builder(String name) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name),
                        Serdes.Bytes(),
                        SingleObjectFormat.compiledIn().serdeOf(RankedCount.class))
                .withCachingEnabled();
    }

    /** Moves an entity from the place of its pane before to the place of its new pane. */
    void move(Counted.Value value) {
        if (value.before().count() > 0) {
            store.delete(key(value.key(), value.before()));
        }
        if (value.now().count() > 0) {
            store.put(
                    key(value.key(), value.now()),
                    value.now().ranked(value.key().id(), value.type()));
        }
    }

    /** The given number of first rows of the window. */
    List<RankedCount> top(WindowKey window, int most) {
        List<RankedCount> rows = new ArrayList<>();
        try (KeyValueIterator<Bytes, RankedCount> ranked = store.range(start(window), after(window))) {
            while (rows.size() < most && ranked.hasNext()) {
                rows.add(ranked.next().value);
            }
        }
        return rows;
    }

    /** Forgets all windows of one size before the given one, and tells which they were. */
    List<WindowKey> forgetBefore(WindowKey stays) {
        List<WindowKey> forgotten = new ArrayList<>();
        WindowKey first = new WindowKey(Instant.ofEpochMilli(Long.MIN_VALUE), stays.size(), "");
        try (KeyValueIterator<Bytes, RankedCount> expired = store.range(start(first), start(stays))) {
            while (expired.hasNext()) {
                Bytes key = expired.next().key;
                WindowKey window = window(key);
                if (forgotten.isEmpty() || !forgotten.get(forgotten.size() - 1).equals(window)) {
                    forgotten.add(window);
                }
                store.delete(key);
            }
        }
        return forgotten;
    }

    private static Bytes key(WindowKey key, Amounts amounts) {
        byte[] window = WindowKeySerde.encode(new WindowKey(key.start(), key.size(), ""));
        byte[] id = key.id().getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(window.length + RANK_BYTES + id.length)
                .put(window)
                .putLong(~amounts.count())
                .putLong(~amounts.articles())
                .put(id)
                .array());
    }

    private static Bytes start(WindowKey window) {
        return Bytes.wrap(WindowKeySerde.encode(new WindowKey(window.start(), window.size(), "")));
    }

    private static Bytes after(WindowKey window) {
        return Bytes.wrap(WindowKeySerde.encode(new WindowKey(window.end(), window.size(), "")));
    }

    private static WindowKey window(Bytes key) {
        return WindowKeySerde.decode(java.util.Arrays.copyOf(key.get(), WindowKeySerde.PREFIX_BYTES));
    }
}
