package khabar.cli.demo;

import java.util.function.Consumer;
import khabar.app.StreamsProperties;
import khabar.feed.ReplayOptions;
import khabar.settings.Origin;
import khabar.settings.Setting;
import khabar.settings.Settings;
import khabar.topics.creation.TopicOptions;
import khabar.topology.TopologyOptions;

/**
 * What a demo is to do.
 *
 * @param settings options of everything that runs
 * @param replay what is replayed, and how
 * @param summed whether a summary is wanted, for which everything that comes out is kept
 * @param tell is told how it goes, line by line
 */
public record DemoPlan(Settings settings, ReplayOptions replay, boolean summed, Consumer<String> tell) {
    /** Somebody waits for the last windows to close. */
    private static final String IDLE_CLOSE = "2s";
    /** The stores of each partition have to be set up before anything is counted: two of them take twice as long. */
    private static final String PARTITIONS = "1";

    /** The settings with the defaults of a demo in place of the usual ones. */
    public static Settings settings(Settings given) {
        Settings settings = byDefault(given, TopologyOptions.IDLE_CLOSE, IDLE_CLOSE);
        return byDefault(settings, TopicOptions.PARTITIONS, PARTITIONS)
                .with(StreamsProperties.APPLICATION_ID, "khabar");
    }

    private static <T> Settings byDefault(Settings settings, Setting<T> setting, String text) {
        return settings.originOf(setting) == Origin.DEFAULT ? settings.with(setting, text) : settings;
    }
}
