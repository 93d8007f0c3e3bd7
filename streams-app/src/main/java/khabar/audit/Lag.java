package khabar.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Tells how many records the topology has not yet read, from the feed and between its own stages. */
final class Lag {
    private final Admin admin;
    private final TopicReader reader;
    private final String applicationId;

    Lag(Admin admin, TopicReader reader, String applicationId) {
        this.admin = admin;
        this.reader = reader;
        this.applicationId = applicationId;
    }

    /**
     * Committed records after the committed positions of the application. Positions alone do not tell:
     * the markers that end a transaction take an offset too, and nobody reads those.
     */
    long records(String feed) throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> starts = new HashMap<>();
        Map<TopicPartition, Long> ends = new HashMap<>(reader.ends(feed));
        ends.keySet().forEach(partition -> starts.put(partition, 0L));
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get();
        committed.forEach((partition, position) -> {
            if (position != null) {
                ends.putAll(reader.ends(partition.topic()));
                starts.put(partition, position.offset());
            }
        });
        ends.keySet().retainAll(starts.keySet());
        AtomicLong behind = new AtomicLong();
        reader.readFrom(starts, ends, one -> behind.incrementAndGet());
        return behind.get();
    }
}
