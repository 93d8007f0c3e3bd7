package khabar.cli.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import khabar.topics.Acknowledged;
import khabar.topics.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Asks the cluster now and then how many records of the feed the topology has not read yet. */
public final class FeedLag implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Admin admin;
    private final String applicationId;
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "khabar-feed-lag");
        thread.setDaemon(true);
        return thread;
    });
    private volatile OptionalLong known = OptionalLong.empty();

    /** Asks until it is closed, which closes {@code admin} too. */
    public FeedLag(Admin admin, String applicationId) {
        this.admin = admin;
        this.applicationId = applicationId;
        asking.scheduleWithFixedDelay(this::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What was last answered; empty where nothing is known, as before the topology has ever run. */
    public OptionalLong records() {
        return known;
    }

    @Override
    public void close() {
        asking.shutdownNow();
        admin.close(Duration.ZERO);
    }

    private void ask() {
        try {
            known = answer();
        } catch (KafkaException unknown) {
            known = OptionalLong.empty();
        }
    }

    private OptionalLong answer() {
        Map<TopicPartition, Long> read = new HashMap<>();
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        Acknowledged.await(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata())
                .forEach((part, position) -> {
                    if (position != null && part.topic().equals(Topics.ARTICLES.name())) {
                        read.put(part, position.offset());
                        ends.put(part, OffsetSpec.latest());
                    }
                });
        if (read.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Acknowledged.await(admin.listOffsets(ends).all()).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue().offset() - read.getOrDefault(end.getKey(), 0L)))
                .sum());
    }
}
