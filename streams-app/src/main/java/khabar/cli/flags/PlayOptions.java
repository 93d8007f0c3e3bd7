package khabar.cli.flags;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khabar.feed.FeedSettings;
import khabar.feed.ReplayOptions;
import khabar.feed.pace.Pace;
import khabar.feed.replay.RunSettings.Commit;
import khabar.settings.Durations;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How a corpus is played: pace, end, times and fields; a command that plays one mixes it in. */
@Command
public final class PlayOptions {
    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Times as fast as it was published: 60x plays an hour in a minute.")
    private @Nullable String speed;

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            description = "Articles a second (200/s), a minute (30/m) or an hour (5/h).")
    private @Nullable String rate;

    @Option(names = "--max", paramLabel = "N", description = "End after so many articles were sent.")
    private long max = Long.MAX_VALUE;

    @Option(
            names = "--loop",
            paramLabel = "N|forever",
            description = "Play the corpus so often; each round has uris (…#round-2) and times of its own.")
    private String loop = "1";

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "Time of the first article that brings none. Default: 2020-01-01T00:00:00Z")
    private @Nullable String start;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            description = "Time between two articles that bring none. Default: 1m")
    private @Nullable String interval;

    @Option(names = "--now", description = "Stamp every article with the present, whatever it brings.")
    private boolean now;

    @Option(
            names = "--map",
            paramLabel = "FIELD=NAME",
            description = "Our field and its name in the corpus; fields are uri, version, headline, lead, body, "
                    + "published, url, source and language. A dot in a name leads into an object. May be repeated.")
    private Map<String, String> mapping = new LinkedHashMap<>();

    /** A replay of the paths as it was asked for; throws {@link SettingException} for what cannot be used. */
    public ReplayOptions options(String name, List<String> paths, boolean resume, Settings settings) {
        return new ReplayOptions(
                name,
                List.copyOf(paths),
                mapping,
                start == null ? ReplayOptions.DEFAULT_START : time(start),
                interval == null ? ReplayOptions.DEFAULT_INTERVAL : duration(interval),
                now,
                pace(),
                positive("max", max),
                rounds(),
                resume,
                FeedSettings.limits(settings),
                Commit.STANDARD);
    }

    private Pace pace() {
        if (speed != null && rate != null) {
            throw new SettingException("speed", speed, "one of --speed and --rate, not both");
        }
        if (speed != null) {
            return Pace.speed(speed);
        }
        return rate == null ? Pace.unpaced() : Pace.rate(rate);
    }

    private int rounds() {
        if (loop.toLowerCase(Locale.ROOT).equals("forever")) {
            return ReplayOptions.FOREVER;
        }
        try {
            return (int) positive("loop", Integer.parseInt(loop));
        } catch (NumberFormatException wrong) {
            throw new SettingException("loop", loop, "a number of rounds, or forever");
        }
    }

    private static long positive(String option, long value) {
        if (value < 1) {
            throw new SettingException(option, Long.toString(value), "1 or more");
        }
        return value;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new SettingException("start", text, "a time such as 2020-01-01T00:00:00Z");
        }
    }

    private static Duration duration(String text) {
        try {
            return Durations.parsePositive(text);
        } catch (RuntimeException wrong) {
            throw new SettingException("interval", text, "a duration such as 1m, 10s or PT1H");
        }
    }
}
