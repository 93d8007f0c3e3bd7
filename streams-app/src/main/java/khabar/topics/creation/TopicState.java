package khabar.topics.creation;

import java.util.List;
import java.util.Map;

/**
 * How one of our topics stands on the broker.
 *
 * @param name name on the broker
 * @param standing whether it is there, and since when
 * @param partitions number of partitions; 0 where it is missing
 * @param replication copies of the first partition; 0 where it is missing
 * @param configuration what was set for this topic, as Kafka names it
 * @param differences where it stands otherwise than planned, as {@code name: value (expected: …)}
 */
public record TopicState(
        String name,
        Standing standing,
        int partitions,
        int replication,
        Map<String, String> configuration,
        List<String> differences) {

    /** Whether a topic is there. */
    public enum Standing {
        CREATED,
        EXISTS,
        MISSING
    }
}
