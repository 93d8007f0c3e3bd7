package khabar.query.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads output topics in a thread of its own, committed records only, without a group, until it is closed. */
public final class OutputReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutputReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    /** At most so much is fetched at once: it lies on the heap until it is handed on, and each collection copies it. */
    private static final int MOST_BYTES = 1 << 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Deserializer<? extends SpecificRecord>> readers = new HashMap<>();
    private final Map<TopicPartition, Long> ends;
    private final Consumer<Output> sink;
    private final Queue<CompletableFuture<Void>> wanted = new ConcurrentLinkedQueue<>();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Thread thread = new Thread(this::read, "khabar-output-reader");
    private volatile @Nullable RuntimeException failure;
    private volatile boolean closing;

    private OutputReader(
            Map<String, Object> client, WireFormat format, Map<String, Start> topics, Consumer<Output> sink) {
        this.sink = sink;
        topics.keySet()
                .forEach(name -> Topics.byName(name)
                        .ifPresent(topic ->
                                readers.put(name, topic.valueSerde(format).deserializer())));
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MOST_BYTES / 4);
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            ends = Offsets.seek(consumer, client, topics);
        } catch (RuntimeException unopened) {
            consumer.close();
            throw unopened;
        }
        thread.setDaemon(true);
    }

    /**
     * Starts reading.
     *
     * @param client how to reach the cluster
     * @param format form of the values
     * @param topics which topics, and where each starts; they must be there
     * @param sink gets every record, from one thread
     */
    public static OutputReader start(
            Map<String, Object> client, WireFormat format, Map<String, Start> topics, Consumer<Output> sink) {
        OutputReader reader = new OutputReader(client, format, topics, sink);
        reader.thread.start();
        return reader;
    }

    /** Waits until everything was read that was there at the start; false where that takes longer or fails. */
    public boolean awaitCaughtUp(Duration atMost) throws InterruptedException {
        return caughtUp.await(atMost.toMillis(), TimeUnit.MILLISECONDS) && failure == null;
    }

    /** Whether everything was read that was there at the start. */
    public boolean isCaughtUp() {
        return caughtUp.getCount() == 0 && failure == null;
    }

    /** Completes when everything was read that is there now. */
    public CompletableFuture<Void> allOfNow() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        wanted.add(done);
        return done;
    }

    /** Why the reading stopped by itself. */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            thread.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try {
            while (!closing) {
                consumer.poll(POLL).forEach(read -> sink.accept(output(read)));
                if (caughtUp.getCount() > 0 && isAt(ends)) {
                    caughtUp.countDown();
                }
                answerWanted();
            }
        } catch (WakeupException stopped) {
            // By close(): then this is the end.
        } catch (RuntimeException failed) {
            failure = failed;
            LOG.error("reading output topics: {} (expected: a cluster that can be read)", failed.toString());
        } finally {
            caughtUp.countDown();
            consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE_WITHIN));
        }
    }

    private void answerWanted() {
        // The ends are asked for after the wish, so what was there at the wish is before them.
        List<CompletableFuture<Void>> waiting = List.copyOf(wanted);
        if (!waiting.isEmpty() && isAt(consumer.endOffsets(ends.keySet()))) {
            waiting.forEach(done -> done.complete(null));
            wanted.removeAll(waiting);
        }
    }

    private boolean isAt(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private Output output(ConsumerRecord<byte[], byte[]> read) {
        String key = read.key() == null ? "" : new String(read.key(), UTF_8);
        Instant at = Instant.ofEpochMilli(read.timestamp());
        Deserializer<? extends SpecificRecord> reader = readers.get(read.topic());
        try {
            Topics.checkKey(read.topic(), key);
            if (reader == null || read.value() == null) {
                return new Output(read.topic(), key, null, at, true);
            }
            return new Output(read.topic(), key, reader.deserialize(read.topic(), read.value()), at, true);
        } catch (SerializationException foreign) {
            LOG.warn("{}-{}@{}: {}", read.topic(), read.partition(), read.offset(), foreign.getMessage());
            return new Output(read.topic(), key, null, at, false);
        }
    }
}
