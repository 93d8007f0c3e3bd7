package khabar.app.stores;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds what all stores of the process hold outside of the heap. Every partition of every store is a
 * RocksDB of its own; left alone, each may take 50 MB of cache and 48 MB of write buffers. Here all of
 * them share one cache, which also pays for their write buffers, indexes and filters.
 *
 * @see <a href="https://kafka.apache.org/43/streams/developer-guide/memory-mgmt/">Kafka: memory management</a>
 */
public final class BoundedStoreMemory implements RocksDBConfigSetter {
    /**
     * The property that says of which stores only keys that begin alike are looked through at once: names, and how many
     * bytes are alike. A filter of those bytes spares looks for what is not there.
     */
    public static final String PREFIX_BYTES = "khabar.prefix.bytes";

    private static final double FILTER_OF_A_WRITE_BUFFER = 0.1;
    private static final long MIB = 1L << 20;
    private static final long TOTAL = 192 * MIB;
    private static final long WRITE_BUFFERS = 96 * MIB;
    private static final long WRITE_BUFFER = 4 * MIB;
    private static final long MANIFEST_PREALLOCATION = 64 << 10;
    private static final double FOR_INDEXES_AND_FILTERS = 0.1;
    private static final int SHARDS_BY_SIZE = -1;
    private static final boolean STRICT = false;

    // Shared by all stores for the life of the process, and therefore never closed.
    private static final Cache CACHE = new LRUCache(TOTAL, SHARDS_BY_SIZE, STRICT, FOR_INDEXES_AND_FILTERS);
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITE_BUFFERS, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setManifestPreallocationSize(MANIFEST_PREALLOCATION);
        // Kafka Streams expects to find what it looks for, but most articles, and what belongs to them, are new.
        options.setOptimizeFiltersForHits(false);
        if (configs.get(PREFIX_BYTES) instanceof Map<?, ?> prefixes
                && prefixes.get(storeName) instanceof Integer bytes) {
            options.useCappedPrefixExtractor(bytes);
            options.setMemtablePrefixBloomSizeRatio(FILTER_OF_A_WRITE_BUFFER);
        }
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and buffers are shared: nothing belongs to one store.
    }
}
