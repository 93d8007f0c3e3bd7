package khabar.query.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * An ordered map of bytes in a RocksDB of its own, for one writer and many readers. A batch is there as a
 * whole or not at all, also after a crash, which may take the newest batches away but never one out of the
 * middle: there is one log-structured tree and no write-ahead log. What it holds outside of the heap is
 * bounded by its cache and three write buffers.
 */
public final class Disk implements AutoCloseable {
    private static final long MIB = 1L << 20;
    private static final long CACHE = 48 * MIB;
    private static final long WRITE_BUFFER = 8 * MIB;
    private static final int WRITE_BUFFERS = 3;
    private static final long MANIFEST_PREALLOCATION = 64 << 10;
    private static final int BITS_A_KEY = 10;

    private final LRUCache cache = new LRUCache(CACHE);
    private final BloomFilter filter = new BloomFilter(BITS_A_KEY);
    private final Options options;
    private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
    private final RocksDB db;
    /** Whoever reads holds the first, so that nothing is closed under a reader. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    private Disk(Path folder) throws RocksDBException {
        BlockBasedTableConfig table = new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setCacheIndexAndFilterBlocks(true)
                .setPinTopLevelIndexAndFilter(true)
                .setFilterPolicy(filter);
        options = new Options()
                .setCreateIfMissing(true)
                .setTableFormatConfig(table)
                .setWriteBufferSize(WRITE_BUFFER)
                .setMaxWriteBufferNumber(WRITE_BUFFERS)
                .setManifestPreallocationSize(MANIFEST_PREALLOCATION)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION)
                .setKeepLogFileNum(1);
        db = RocksDB.open(options, folder.toString());
    }

    /**
     * Opens what is in the folder; makes the folder where it is missing. Throws {@link IllegalStateException}
     * where somebody else has it open or it is broken.
     */
    public static Disk open(Path folder) {
        try {
            RocksDB.loadLibrary();
            Files.createDirectories(folder);
            return new Disk(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (RocksDBException broken) {
            throw failure(broken);
        }
    }

    /** The value of a key; null where it has none. */
    public byte @Nullable [] get(byte[] key) {
        return read(() -> db.get(key));
    }

    /** The values of keys in their order; null for one that has none. */
    public List<byte[]> get(List<byte[]> keys) {
        return keys.isEmpty() ? List.of() : read(() -> db.multiGetAsList(keys));
    }

    /** Whether a key has a value. */
    public boolean has(byte[] key) {
        return get(key) != null;
    }

    /** Writes a batch; for one thread. */
    public void write(Batch batch) {
        read(() -> {
            try (WriteBatch all = batch.drained()) {
                db.write(unlogged, all);
            }
            return closed;
        });
    }

    /** Goes upwards through all keys from the first one on that begin with the prefix, for as long as it is wanted. */
    public void scan(byte[] prefix, byte[] from, Visitor visitor) {
        byte[] above = above(prefix);
        read(() -> {
            try (Slice upper = new Slice(above);
                    ReadOptions reading = new ReadOptions().setIterateUpperBound(upper);
                    RocksIterator at = db.newIterator(reading)) {
                for (at.seek(from); at.isValid() && visitor.visit(at.key(), at.value()); at.next()) {
                    Deadline.check();
                }
                at.status();
            }
            return closed;
        });
    }

    /** All keys that begin with the prefix, for as long as they are wanted. */
    public void scan(byte[] prefix, Visitor visitor) {
        scan(prefix, prefix, visitor);
    }

    /** Goes downwards through all keys that begin with the prefix and are below the given one. */
    public void scanDown(byte[] prefix, byte[] below, Visitor visitor) {
        read(() -> {
            try (Slice lower = new Slice(prefix);
                    ReadOptions reading = new ReadOptions().setIterateLowerBound(lower);
                    RocksIterator at = db.newIterator(reading)) {
                at.seekForPrev(below);
                if (at.isValid() && Arrays.equals(at.key(), below)) {
                    at.prev();
                }
                for (; at.isValid() && visitor.visit(at.key(), at.value()); at.prev()) {
                    Deadline.check();
                }
                at.status();
            }
            return closed;
        });
    }

    /** The same from the greatest key with the prefix on. */
    public void scanDown(byte[] prefix, Visitor visitor) {
        scanDown(prefix, above(prefix), visitor);
    }

    /** The first key behind all that begin with the prefix. */
    public static byte[] above(byte[] prefix) {
        int last = prefix.length - 1;
        while (last >= 0 && prefix[last] == (byte) 0xFF) {
            last--;
        }
        byte[] above = Arrays.copyOf(prefix, last + 1);
        above[last]++;
        return above;
    }

    /** Writes everything to the files, so that the next start finds it. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                // Without a log, what is only in memory would have to be read again.
                try (FlushOptions whole = new FlushOptions().setWaitForFlush(true)) {
                    db.flush(whole);
                }
                db.close();
                unlogged.close();
                options.close();
                filter.close();
                cache.close();
            }
        } catch (RocksDBException failed) {
            throw failure(failed);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T> T read(Reading<T> reading) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("disk: closed (expected: open)");
            }
            return reading.run();
        } catch (RocksDBException failed) {
            throw failure(failed);
        } finally {
            lock.readLock().unlock();
        }
    }

    private static IllegalStateException failure(RocksDBException failed) {
        return new IllegalStateException("disk: " + failed.getMessage(), failed);
    }

    /** Takes keys and values as they come. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes one; answers whether more are wanted. */
        boolean visit(byte[] key, byte[] value);
    }

    private interface Reading<T> {
        T run() throws RocksDBException;
    }
}
