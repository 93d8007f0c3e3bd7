package khabar.topology.enrich;

import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads articles on other threads from when they are fetched until their turn comes. What an article says depends on its text
 * and the rules alone, so it may be found out early and thrown away; all that has an order stays in the stream
 * thread. What no thread has begun when its turn comes, the stream thread reads itself.
 */
public final class ReadAhead {
    /** Where in the configuration of Kafka Streams, and of its consumers, a {@code ReadAhead} is. */
    public static final String PROPERTY = "khabar.read.ahead";
    /** Larger articles are not read before the door has seen them, in bytes. */
    static final int MOST_BYTES = 64 << 10;

    /** Articles that were read or are being read and whose turn has not come; each is some 50 kB. */
    private static final int MOST_READ = 32;
    /** More threads would wait for the one that counts. */
    private static final int MOST_THREADS = 4;

    private static final long IDLE_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);
    private static final ReadAhead NONE = new ReadAhead((Executor) null);

    private final @Nullable Executor threads;
    private final Semaphore room = new Semaphore(MOST_READ);
    private final Map<Integer, Deque<Ahead>> byPartition = new ConcurrentHashMap<>();
    private volatile @Nullable Function<ConsumerRecord<byte[], byte[]>, @Nullable Reading> reader;

    private ReadAhead(@Nullable Executor threads) {
        this.threads = threads;
    }

    /** Reads ahead on as many threads as there are processors that no stream thread needs; perhaps on none. */
    public static ReadAhead beside(int streamThreads) {
        int free = Math.min(Runtime.getRuntime().availableProcessors() - streamThreads, MOST_THREADS);
        return free < 1 ? NONE : new ReadAhead(threads(free));
    }

    /** Reads ahead on the given threads. */
    static ReadAhead on(Executor threads) {
        return new ReadAhead(threads);
    }

    /** The one in the configuration; where there is none, nothing is read ahead. */
    static ReadAhead of(ProcessingContext context) {
        return context.appConfigs().get(PROPERTY) instanceof ReadAhead ahead ? ahead : NONE;
    }

    private static Executor threads(int count) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                count, count, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread reader = new Thread(task, "khabar-read-ahead");
                    reader.setDaemon(true);
                    return reader;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Says how articles are read; all stages say the same. */
    void readBy(Function<ConsumerRecord<byte[], byte[]>, @Nullable Reading> how) {
        // The one that reads nothing is everybody's.
        reader = threads == null ? null : how;
    }

    /** Tells of a record whose turn will come, by the thread that will take it. */
    void fetched(ConsumerRecord<byte[], byte[]> record) {
        if (threads == null || reader == null) {
            return;
        }
        Deque<Ahead> waiting = byPartition.computeIfAbsent(record.partition(), any -> new ConcurrentLinkedDeque<>());
        Ahead last = waiting.peekLast();
        if (last != null && last.record.offset() >= record.offset()) {
            // The partition is read again from an earlier record.
            forget(record.partition());
        }
        if (record.value() != null && record.value().length <= MOST_BYTES) {
            Ahead ahead = new Ahead(record);
            waiting.add(ahead);
            threads.execute(ahead);
        }
    }

    /** What was read of the record at an offset; null where nothing was. Whatever was before it is forgotten. */
    @Nullable
    Reading take(int partition, long offset) {
        Deque<Ahead> waiting = byPartition.get(partition);
        if (waiting == null) {
            return null;
        }
        for (Ahead next = waiting.peek(); next != null && next.record.offset() <= offset; next = waiting.peek()) {
            waiting.remove();
            if (next.record.offset() == offset) {
                return next.take();
            }
            next.drop();
        }
        return null;
    }

    /** Forgets what was read of a partition, which others take from now on. */
    void forget(int partition) {
        Deque<Ahead> waiting = byPartition.get(partition);
        if (waiting != null) {
            for (Ahead next = waiting.poll(); next != null; next = waiting.poll()) {
                next.drop();
            }
        }
    }

    /** One article: whoever claims it first reads it, or sees to it that nobody does. */
    private final class Ahead implements Runnable {
        private final ConsumerRecord<byte[], byte[]> record;
        private final AtomicBoolean claimed = new AtomicBoolean();
        private final CompletableFuture<@Nullable Reading> reading = new CompletableFuture<>();

        Ahead(ConsumerRecord<byte[], byte[]> record) {
            this.record = record;
        }

        @Override
        public void run() {
            room.acquireUninterruptibly();
            if (!claimed.compareAndSet(false, true)) {
                room.release();
                return;
            }
            Reading found = null;
            try {
                found = read();
            } catch (RuntimeException failure) {
                // When its turn comes it fails where failures have a place to go.
                LOG.debug("not read ahead: {} {}", record.partition(), record.offset(), failure);
            } finally {
                reading.complete(found);
            }
        }

        private @Nullable Reading read() {
            Function<ConsumerRecord<byte[], byte[]>, @Nullable Reading> how = reader;
            return how == null ? null : how.apply(record);
        }

        @Nullable
        Reading take() {
            if (claimed.compareAndSet(false, true)) {
                return null;
            }
            Reading found = reading.join();
            room.release();
            return found;
        }

        void drop() {
            if (!claimed.compareAndSet(false, true)) {
                room.release();
            }
        }
    }
}
