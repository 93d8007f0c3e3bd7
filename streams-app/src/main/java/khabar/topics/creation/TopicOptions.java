package khabar.topics.creation;

import java.time.Duration;
import java.util.List;
import khabar.settings.Setting;
import khabar.settings.Settings;

/**
 * How topics are created.
 *
 * @param partitions partitions of every topic that scales
 * @param replication copies of every partition; -1 leaves it to the broker
 * @param retention how long records stay in topics that are cleaned by age
 * @param maxMessageBytes greatest size of a record
 */
public record TopicOptions(int partitions, int replication, Duration retention, int maxMessageBytes) {
    private static final int MAX_PARTITIONS = 1_000;
    private static final int MIB = 1 << 20;

    public static final Setting<Integer> PARTITIONS = Setting.wholeNumber(
            "topic.partitions",
            4,
            1,
            MAX_PARTITIONS,
            "Partitions of each topic that is created; bounds how many threads can share the work.");
    public static final Setting<Integer> REPLICATION = Setting.wholeNumber(
            "topic.replication",
            -1,
            -1,
            32,
            "Copies of each partition of a topic that is created; -1 leaves it to the broker.");
    public static final Setting<Duration> RETENTION = Setting.duration(
            "topic.retention",
            "365d",
            "How long articles, counts, rejected articles and dead letters are kept, by time of arrival.");
    public static final Setting<Integer> MAX_MESSAGE_BYTES = Setting.wholeNumber(
            "message.max.bytes",
            32 * MIB,
            MIB,
            512 * MIB,
            "Greatest size of a record in bytes, for topics and clients.");

    /** The options that this record is made from. */
    public static final List<Setting<?>> ALL = List.of(PARTITIONS, REPLICATION, RETENTION, MAX_MESSAGE_BYTES);

    /**
     * Room for what a dead letter carries besides the record that failed: position, message, stack trace.
     */
    public static final int DEAD_LETTER_ROOM = MIB;

    /** Reads the options. */
    public static TopicOptions from(Settings settings) {
        return new TopicOptions(
                settings.get(PARTITIONS),
                settings.get(REPLICATION),
                settings.get(RETENTION),
                settings.get(MAX_MESSAGE_BYTES));
    }
}
