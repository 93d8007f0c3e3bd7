package khabar.topics.creation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import khabar.topics.Cleanup;
import khabar.topics.Topic;
import khabar.topics.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How one topic should stand on the broker.
 *
 * @param name name on the broker
 * @param partitions number of partitions
 * @param replication copies of every partition; -1 leaves it to the broker
 * @param configuration topic configuration, as Kafka names it
 */
public record TopicPlan(String name, int partitions, int replication, Map<String, String> configuration) {
    private static final Duration SEGMENT = Duration.ofDays(1);

    /** All topics of Khabar. */
    public static List<TopicPlan> all(TopicOptions options) {
        List<TopicPlan> plans = new ArrayList<>();
        for (Topic<?> topic : Topics.AVRO) {
            // Every instance reads all rules, in one order.
            int partitions = topic.equals(Topics.RULES) ? 1 : options.partitions();
            plans.add(plan(topic.name(), partitions, topic.cleanup(), options));
        }
        plans.add(plan(Topics.DEAD_LETTERS, options.partitions(), Cleanup.DELETE_LONG, withRoom(options)));
        // Receipts are younger than what they are for, and so outlive it.
        plans.add(plan(Topics.REDRIVEN, 1, Cleanup.DELETE_LONG, options));
        plans.add(plan(Topics.SCHEMAS, 1, Cleanup.COMPACT, options));
        return List.copyOf(plans);
    }

    NewTopic asNewTopic() {
        Optional<Short> copies = replication < 0 ? Optional.empty() : Optional.of((short) replication);
        return new NewTopic(name, Optional.of(partitions), copies).configs(configuration);
    }

    private static TopicOptions withRoom(TopicOptions options) {
        return new TopicOptions(
                options.partitions(),
                options.replication(),
                options.retention(),
                options.maxMessageBytes() + TopicOptions.DEAD_LETTER_ROOM);
    }

    private static TopicPlan plan(String name, int partitions, Cleanup cleanup, TopicOptions options) {
        Map<String, String> configuration = new TreeMap<>();
        configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.policy());
        configuration.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(options.maxMessageBytes()));
        if (cleanup.byAge()) {
            configuration.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(options.retention().toMillis()));
        }
        if (cleanup != Cleanup.DELETE_LONG) {
            // The active segment is never compacted: without a daily one a slow topic would keep every pane.
            configuration.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(SEGMENT.toMillis()));
            configuration.put(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.2");
        }
        return new TopicPlan(name, partitions, options.replication(), Map.copyOf(configuration));
    }
}
