package khabar.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import khabar.settings.SettingException;
import khabar.topics.Topic;
import khabar.topics.Topics;

/** The names of our topics, as a user may write them. */
final class TopicNames {
    private TopicNames() {}

    /** All, in the order of the data. */
    static List<String> all() {
        List<String> names =
                new ArrayList<>(Topics.AVRO.stream().map(Topic::name).toList());
        names.add(Topics.DEAD_LETTERS);
        names.add(Topics.REDRIVEN);
        names.add(Topics.SCHEMAS);
        return List.copyOf(names);
    }

    /** Throws {@link SettingException} for a name that is none of ours. */
    static void check(Collection<String> names) {
        for (String name : names) {
            if (!all().contains(name)) {
                throw new SettingException("TOPIC", name, "one of " + String.join(", ", all()));
            }
        }
    }
}
