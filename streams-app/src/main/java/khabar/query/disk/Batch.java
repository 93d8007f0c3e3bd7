package khabar.query.disk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** Changes that become visible together. What is changed again in a batch counts as it was changed last. */
public final class Batch {
    private static final Comparator<byte[]> UNSIGNED = Arrays::compareUnsigned;

    private final TreeMap<byte[], byte[]> changes = new TreeMap<>(UNSIGNED);

    /** Sets the value of a key. */
    public void put(byte[] key, byte[] value) {
        changes.put(key, value);
    }

    /** Takes a key away. */
    public void delete(byte[] key) {
        changes.put(key, null);
    }

    /** What the batch says of a key; null where that is nothing, or that it is taken away. */
    public byte @Nullable [] get(byte[] key) {
        return changes.get(key);
    }

    /** Whether the batch says anything of the key. */
    public boolean changes(byte[] key) {
        return changes.containsKey(key);
    }

    WriteBatch drained() throws RocksDBException {
        WriteBatch all = new WriteBatch();
        for (Map.Entry<byte[], byte[]> change : changes.entrySet()) {
            if (change.getValue() == null) {
                all.delete(change.getKey());
            } else {
                all.put(change.getKey(), change.getValue());
            }
        }
        return all;
    }
}
