package khabar.query.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import khabar.topics.WireFormat;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the topics of events in a thread of its own, from shortly before their present ends, until it is closed. */
public final class EventReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final EventConsumer consumer;
    private final Consumer<List<OutputEvent>> sink;
    private final Thread thread = new Thread(this::follow, "khabar-event-reader");
    private volatile boolean closing;

    private EventReader(EventConsumer consumer, Consumer<List<OutputEvent>> sink) {
        this.consumer = consumer;
        this.sink = sink;
        thread.setDaemon(true);
    }

    /**
     * Opens a reader and tells where it starts; {@link #start} lets it read.
     *
     * @param client how to reach the cluster
     * @param format form of the values
     * @param tail how many of the newest records of each partition are read first
     * @param started gets the positions of the first records to come
     * @param sink gets the events in the order they are read, from one thread
     */
    public static EventReader open(
            Map<String, Object> client,
            WireFormat format,
            long tail,
            Consumer<Positions> started,
            Consumer<List<OutputEvent>> sink) {
        EventConsumer consumer = new EventConsumer(client, format);
        try {
            List<TopicPartition> partitions = consumer.partitions();
            Map<TopicPartition, Long> beginnings = consumer.beginnings(partitions);
            Map<TopicPartition, Long> from = new HashMap<>();
            consumer.ends(partitions)
                    .forEach((partition, end) ->
                            from.put(partition, Math.max(end - tail, beginnings.getOrDefault(partition, 0L))));
            consumer.seek(from);
            started.accept(Positions.of(from));
            return new EventReader(consumer, sink);
        } catch (RuntimeException unreadable) {
            consumer.close();
            throw unreadable;
        }
    }

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /** Whether it still reads. */
    public boolean isReading() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeUp();
        try {
            thread.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try {
            while (!closing) {
                List<OutputEvent> events = consumer.poll(POLL);
                if (!events.isEmpty()) {
                    sink.accept(events);
                }
            }
        } catch (WakeupException stopped) {
            // By close(): then this is the end.
        } catch (RuntimeException failed) {
            LOG.error("reading events: {} (expected: a cluster that can be read)", failed.toString());
        } finally {
            consumer.close();
        }
    }
}
