package khabar.query.archive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import khabar.topics.Acknowledged;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the output topics into the archive in a thread of its own, committed records only, without a
 * group. What stops it, such as a cluster that is away, stops it for a while: then it opens everything
 * again and goes on where the archive is.
 */
public final class ArchiveReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_RECORDS = 5_000;

    /**
     * For so long the broker gathers what it has, for one write instead of many: of several records of a key in
     * a write only the newest counts, and each makes replies that are held stale.
     */
    private static final Duration GATHER = Duration.ofMillis(200);

    /** From here on it need not gather: as much as it gives of one partition, so that catching up never waits. */
    private static final int ENOUGH_BYTES = 512 << 10;

    /** At most so much of all partitions at once: it lies on the heap until it is written, and each collection copies it. */
    private static final int MOST_BYTES = 2 * ENOUGH_BYTES;

    private final Map<String, Object> client;
    private final Archive archive;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::readAgainAndAgain, "khabar-archive");
    private volatile boolean caughtUp;

    private ArchiveReader(Map<String, Object> client, Archive archive) {
        this.client = client;
        this.archive = archive;
        thread.setDaemon(true);
    }

    /** Starts to read. */
    public static ArchiveReader start(Map<String, Object> client, Archive archive) {
        ArchiveReader reader = new ArchiveReader(client, archive);
        reader.thread.start();
        return reader;
    }

    /** Which topics these are: their ids differ between clusters, and after a topic was made anew. */
    public static String identity(Map<String, Object> client) {
        try (Admin admin = Admin.create(client)) {
            Map<String, String> ids = new TreeMap<>();
            Acknowledged.await(admin.describeTopics(Archive.topics()).allTopicNames())
                    .forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
            return ids.toString();
        }
    }

    /** Whether everything was read that was there when reading began. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE_WITHIN.multipliedBy(2).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAgainAndAgain() {
        boolean over = false;
        while (!over) {
            try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
                read(consumer);
            } catch (RuntimeException failed) {
                LOG.warn("archive: {} (expected: topics that can be read); goes on in {}", failed.toString(), PAUSE);
            }
            over = isClosingWithin(PAUSE);
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        Archive.topics()
                .forEach(topic -> consumer.partitionsFor(topic)
                        .forEach(part -> partitions.add(new TopicPartition(topic, part.partition()))));
        consumer.assign(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long first = beginnings.getOrDefault(partition, 0L);
            consumer.seek(partition, Math.max(first, archive.next(partition).orElse(first)));
        }
        while (closing.getCount() > 0) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            Map<TopicPartition, Long> next = new HashMap<>();
            partitions.forEach(partition -> next.put(partition, consumer.position(partition)));
            if (!records.isEmpty() || !caughtUp) {
                archive.write(records, next);
            }
            caughtUp = caughtUp
                    || ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(GATHER.toMillis()));
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, ENOUGH_BYTES);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, ENOUGH_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private boolean isClosingWithin(Duration time) {
        try {
            return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            return true;
        }
    }
}
