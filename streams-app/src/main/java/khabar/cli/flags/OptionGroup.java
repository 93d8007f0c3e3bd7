package khabar.cli.flags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import khabar.app.Connection;
import khabar.app.Preparation;
import khabar.app.StreamsProperties;
import khabar.app.WireFormats;
import khabar.app.log.LogFormat;
import khabar.app.text.TextCores;
import khabar.feed.FeedSettings;
import khabar.settings.Setting;
import khabar.topics.creation.TopicOptions;
import khabar.topology.TopologyOptions;
import khabar.web.WebOptions;

/**
 * Options that belong together.
 *
 * @param title what they are about
 * @param settings the options
 */
public record OptionGroup(String title, List<Setting<?>> settings) {
    public static final OptionGroup CONNECTION = new OptionGroup("Connection", joined(Connection.ALL, WireFormats.ALL));
    public static final OptionGroup TOPICS = new OptionGroup("Topics", joined(TopicOptions.ALL, Preparation.ALL));
    public static final OptionGroup PROCESSING = new OptionGroup("Processing", StreamsProperties.ALL);
    public static final OptionGroup WEB = new OptionGroup("Web server", WebOptions.ALL);
    public static final OptionGroup TOPOLOGY = new OptionGroup("Topology", TopologyOptions.ALL);

    public static final OptionGroup TEXT = new OptionGroup("Text", TextCores.ALL);
    public static final OptionGroup LOGGING = new OptionGroup("Logging", LogFormat.ALL);
    public static final OptionGroup CORPUS = new OptionGroup("Corpus", FeedSettings.ALL);

    /** Every option of the program. */
    public static final List<OptionGroup> ALL =
            List.of(CONNECTION, TOPICS, TOPOLOGY, TEXT, PROCESSING, WEB, CORPUS, LOGGING);

    /** The option of the given name. */
    public static Optional<Setting<?>> find(String name) {
        return ALL.stream()
                .<Setting<?>>flatMap(group -> group.settings().stream())
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    /** The names of all options, sorted. */
    public static TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        ALL.forEach(group -> group.settings().forEach(setting -> names.add(setting.name())));
        return names;
    }

    private static List<Setting<?>> joined(List<Setting<?>> first, List<Setting<?>> second) {
        List<Setting<?>> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
