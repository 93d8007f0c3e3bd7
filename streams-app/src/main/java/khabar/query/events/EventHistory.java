package khabar.query.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import khabar.topics.WireFormat;
import org.apache.kafka.common.TopicPartition;

/** Reads events of the past again, for whoever was away. */
public final class EventHistory {
    private static final Duration POLL = Duration.ofMillis(250);

    private final Map<String, Object> client;
    private final WireFormat format;

    /** A history on the given cluster, whose values have the given form. */
    public EventHistory(Map<String, Object> client, WireFormat format) {
        this.client = client;
        this.format = format;
    }

    /**
     * Reads everything between two positions.
     *
     * @param from where to begin; partitions that are not known there are left out
     * @param until where to end, exclusive
     * @param sink gets the events in the order of their partitions, and says whether to go on
     * @return the offsets that are gone by retention: from where it was asked to where it begins now, by partition
     */
    public Map<TopicPartition, Long> read(Positions from, Positions until, Predicate<List<OutputEvent>> sink) {
        Map<TopicPartition, Long> open = new HashMap<>();
        until.all().forEach((partition, end) -> {
            long begin = from.next(partition, end);
            if (begin < end) {
                open.put(partition, begin);
            }
        });
        if (open.isEmpty()) {
            return Map.of();
        }
        try (EventConsumer consumer = new EventConsumer(client, format)) {
            Map<TopicPartition, Long> gone = new HashMap<>();
            consumer.beginnings(List.copyOf(open.keySet())).forEach((partition, beginning) -> {
                if (beginning > open.getOrDefault(partition, beginning)) {
                    gone.put(partition, beginning);
                }
            });
            consumer.seek(open);
            boolean goOn = true;
            while (goOn && !isThrough(consumer, open.keySet(), until)) {
                List<OutputEvent> events = consumer.poll(POLL).stream()
                        .filter(event -> event.offset() < until.next(event.at(), 0))
                        .toList();
                goOn = events.isEmpty() || sink.test(events);
            }
            return gone;
        }
    }

    private static boolean isThrough(EventConsumer consumer, Iterable<TopicPartition> open, Positions until) {
        for (TopicPartition partition : open) {
            if (consumer.position(partition) < until.next(partition, 0)) {
                return false;
            }
        }
        return true;
    }
}
