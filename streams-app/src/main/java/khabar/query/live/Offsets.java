package khabar.query.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.topics.Acknowledged;
import khabar.topics.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Turns starts into offsets, and puts a consumer there. */
final class Offsets {
    private Offsets() {}

    /** Lets the consumer read all partitions of the topics, each from its start; answers their present ends. */
    static Map<TopicPartition, Long> seek(
            Consumer<?, ?> consumer, Map<String, Object> client, Map<String, Start> topics) {
        Map<String, List<TopicPartition>> partitions = partitions(consumer, topics);
        List<TopicPartition> all =
                partitions.values().stream().flatMap(List::stream).toList();
        consumer.assign(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(all);
        try (Admin admin = Admin.create(client)) {
            partitions.forEach((topic, parts) -> {
                Start start = topics.getOrDefault(topic, Start.AT_THE_BEGINNING);
                Map<TopicPartition, Long> from = start.lookBack() == null
                        ? beginnings
                        : offsetsBack(consumer, newest(admin, parts), start.lookBack(), parts);
                for (TopicPartition part : parts) {
                    long tail = ends.getOrDefault(part, 0L) - start.tail();
                    long offset = from.getOrDefault(part, ends.getOrDefault(part, 0L));
                    consumer.seek(part, Math.max(Math.max(offset, tail), beginnings.getOrDefault(part, 0L)));
                }
            });
        }
        return ends;
    }

    private static Map<String, List<TopicPartition>> partitions(Consumer<?, ?> consumer, Map<String, Start> topics) {
        Map<String, List<TopicPartition>> partitions = new HashMap<>();
        topics.keySet().forEach(topic -> {
            List<TopicPartition> parts = new ArrayList<>();
            consumer.partitionsFor(topic).forEach(part -> parts.add(new TopicPartition(topic, part.partition())));
            // Nobody but the topology writes dead letters, so without the topic there are none.
            if (parts.isEmpty() && !topic.equals(Topics.DEAD_LETTERS)) {
                throw new IllegalStateException(
                        topic + ": missing (expected: a topic; `khabar topics create` makes it)");
            }
            partitions.put(topic, parts);
        });
        return partitions;
    }

    /** When the newest record of the topic was written, in milliseconds; negative where it is empty. */
    private static long newest(Admin admin, List<TopicPartition> parts) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        parts.forEach(part -> asked.put(part, OffsetSpec.maxTimestamp()));
        return Acknowledged.await(admin.listOffsets(asked).all()).values().stream()
                .mapToLong(found -> found.timestamp())
                .max()
                .orElse(-1);
    }

    private static Map<TopicPartition, Long> offsetsBack(
            Consumer<?, ?> consumer, long newest, Duration lookBack, List<TopicPartition> parts) {
        Map<TopicPartition, Long> times = new HashMap<>();
        parts.forEach(part -> times.put(part, Math.max(0, newest - lookBack.toMillis())));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndTimestamp> found :
                consumer.offsetsForTimes(times).entrySet()) {
            if (found.getValue() != null) {
                offsets.put(found.getKey(), found.getValue().offset());
            }
        }
        return offsets;
    }
}
