package khabar.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import khabar.feed.pace.Pace;
import khabar.feed.replay.RunSettings.Commit;
import khabar.feed.unpack.ReadLimits;
import khabar.settings.Settings;

/**
 * What is replayed, and how.
 *
 * @param name identity of the replay: its position is kept under it
 * @param paths files, directories, globs, or - for standard input
 * @param mapping our field to the name under which the corpus has it
 * @param start time of the first article that brings none
 * @param interval time between two articles that bring none
 * @param now stamps every article with the present
 * @param pace how fast
 * @param max sends at most so many articles in this run
 * @param rounds how often the corpus is replayed
 * @param resume goes on where the last run of this name has come to
 * @param limits what a corpus may do at most
 * @param commit when a transaction ends
 */
public record ReplayOptions(
        String name,
        List<String> paths,
        Map<String, String> mapping,
        Instant start,
        Duration interval,
        boolean now,
        Pace pace,
        long max,
        int rounds,
        boolean resume,
        ReadLimits limits,
        Commit commit) {

    /** Where undated articles start: any fixed moment in the past does. */
    public static final Instant DEFAULT_START = Instant.parse("2020-01-01T00:00:00Z");
    /** How far undated articles are apart. */
    public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);
    /** No end of rounds. */
    public static final int FOREVER = Integer.MAX_VALUE;

    private static final int LONGEST_NAME = 40;

    /** The paths once, as fast as it goes, from the beginning. */
    public static ReplayOptions of(List<String> paths) {
        return new ReplayOptions(
                defaultName(paths),
                List.copyOf(paths),
                Map.of(),
                DEFAULT_START,
                DEFAULT_INTERVAL,
                false,
                Pace.unpaced(),
                Long.MAX_VALUE,
                1,
                false,
                FeedSettings.limits(Settings.defaults()),
                Commit.STANDARD);
    }

    /** The same at another pace. */
    public ReplayOptions withPace(Pace other) {
        return new ReplayOptions(
                name, paths, mapping, start, interval, now, other, max, rounds, resume, limits, commit);
    }

    /** The same with an end after so many articles. */
    public ReplayOptions withMax(long articles) {
        return new ReplayOptions(
                name, paths, mapping, start, interval, now, pace, articles, rounds, resume, limits, commit);
    }

    /** The same, so many times over. */
    public ReplayOptions withRounds(int number) {
        return new ReplayOptions(name, paths, mapping, start, interval, now, pace, max, number, resume, limits, commit);
    }

    /** The same, from where the last run has come to. */
    public ReplayOptions resumed() {
        return new ReplayOptions(name, paths, mapping, start, interval, now, pace, max, rounds, true, limits, commit);
    }

    /** The same with transactions that end at other times. */
    public ReplayOptions withCommit(Commit other) {
        return new ReplayOptions(name, paths, mapping, start, interval, now, pace, max, rounds, resume, limits, other);
    }

    /** The same with the present as the time of every article. */
    public ReplayOptions stampedNow() {
        return new ReplayOptions(
                name, paths, mapping, start, interval, true, pace, max, rounds, resume, limits, commit);
    }

    /** A name that the same paths, written the same way, always get. */
    public static String defaultName(List<String> paths) {
        CRC32 sum = new CRC32();
        for (String path : paths) {
            sum.update((Path.of(path).normalize() + "\n").getBytes(UTF_8));
        }
        Path last = paths.isEmpty() ? null : Path.of(paths.get(0)).normalize().getFileName();
        String words = String.valueOf(last == null ? "" : last)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String start = words.isEmpty() ? "corpus" : words.substring(0, Math.min(words.length(), LONGEST_NAME));
        return start + "-" + HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
