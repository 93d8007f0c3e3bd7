package khabar.app;

import java.util.List;
import java.util.Locale;
import khabar.settings.Setting;
import khabar.settings.Settings;
import khabar.topics.Acknowledged;
import khabar.topics.PublishedSchemas;
import khabar.topics.Topics;
import khabar.topics.creation.TopicCreator;
import khabar.topics.creation.TopicOptions;
import khabar.topics.creation.TopicState;
import khabar.topics.creation.TopicState.Standing;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must stand on the cluster before the topology starts: topics and schemas. */
public final class Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    public static final Setting<Boolean> CREATE_TOPICS = new Setting<>(
            "topics.create",
            "true",
            "true or false",
            "Whether missing topics are created, and schemas published and registered, when the topology starts.",
            Preparation::trueOrFalse);

    /** The options that this needs besides those of the topics. */
    public static final List<Setting<?>> ALL = List.of(CREATE_TOPICS);

    private Preparation() {}

    /** Creates topics and publishes schemas where that is wanted; answers how many partitions the feed has. */
    public static int prepare(Settings settings) {
        Connection connection = Connection.from(settings);
        try (Admin admin = connection.openAdmin()) {
            if (settings.get(CREATE_TOPICS)) {
                report(new TopicCreator(admin, TopicOptions.from(settings)).create());
                PublishedSchemas.publish(connection.client());
                WireFormats.register(settings);
            }
            return feedPartitions(admin);
        }
    }

    private static int feedPartitions(Admin admin) {
        String feed = Topics.ARTICLES.name();
        try {
            return Acknowledged.await(admin.describeTopics(List.of(feed)).allTopicNames()).values().stream()
                    .mapToInt(description -> description.partitions().size())
                    .sum();
        } catch (UnknownTopicOrPartitionException missing) {
            throw new IllegalStateException(
                    feed + ": missing (expected: a topic; `khabar topics create` makes it)", missing);
        }
    }

    private static void report(List<TopicState> states) {
        for (TopicState state : states) {
            if (state.standing() == Standing.CREATED) {
                LOG.info("created topic {} with {} partitions", state.name(), state.partitions());
            }
            state.differences().forEach(difference -> LOG.warn("topic {}: {}", state.name(), difference));
        }
    }

    private static boolean trueOrFalse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither");
        };
    }
}
