package khabar.query.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** Changes that become visible together. What is changed again in a batch counts as it was changed last. */
public final class Batch {
    private final Map<Bytes, byte @Nullable []> changes = new HashMap<>();

    /** Sets the value of a key. */
    public void put(byte[] key, byte[] value) {
        changes.put(Bytes.wrap(key), value);
    }

    /** Takes a key away. */
    public void delete(byte[] key) {
        changes.put(Bytes.wrap(key), null);
    }

    /** What the batch says of a key; null where that is nothing, or that it is taken away. */
    public byte @Nullable [] get(byte[] key) {
        return changes.get(Bytes.wrap(key));
    }

    /** Whether the batch says anything of the key. */
    public boolean changes(byte[] key) {
        return changes.containsKey(Bytes.wrap(key));
    }

    /** In the order of the keys: RocksDB takes neighbours faster than what lies anywhere. */
    WriteBatch drained() throws RocksDBException {
        List<Map.Entry<Bytes, byte @Nullable []>> inOrder = new ArrayList<>(changes.entrySet());
        inOrder.sort((one, other) ->
                Arrays.compareUnsigned(one.getKey().get(), other.getKey().get()));
        WriteBatch all = new WriteBatch();
        for (Map.Entry<Bytes, byte @Nullable []> change : inOrder) {
            byte[] value = change.getValue();
            if (value == null) {
                all.delete(change.getKey().get());
            } else {
                all.put(change.getKey().get(), value);
            }
        }
        return all;
    }
}
