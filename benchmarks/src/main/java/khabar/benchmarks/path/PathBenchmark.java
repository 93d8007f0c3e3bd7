package khabar.benchmarks.path;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import khabar.app.Connection;
import khabar.app.KhabarApp;
import khabar.app.Preparation;
import khabar.app.StreamsProperties;
import khabar.app.WireFormats;
import khabar.broker.BrokerOptions;
import khabar.broker.EmbeddedBroker;
import khabar.language.TextCore;
import khabar.query.live.OutputReader;
import khabar.query.live.Start;
import khabar.rules.AlertForm;
import khabar.rules.RuleBook;
import khabar.settings.Settings;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import khabar.topics.creation.TopicOptions;
import khabar.topology.NewsTopology;
import khabar.topology.TopologyOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures the whole path in one process: broker, topology with exactly-once, and a reader of
 * committed records. Without a rate the articles lie in the topic before the topology starts, and the
 * figure is how fast it catches up; with a rate they come one by one once those of the warm-up are
 * through, and the figure is how long it takes from publishing an article until all its entities have an
 * EARLY pane that counts it.
 */
@Command(name = "path", mixinStandardHelpOptions = true, sortOptions = false)
public final class PathBenchmark implements Runnable {
    private static final long LOOK_AGAIN = 5_000_000;
    private static final Duration START = Duration.ofMinutes(1);

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON Lines with title, lead and body.")
    private List<Path> files = List.of();

    @Option(names = "--articles", defaultValue = "4000", description = "Articles that are measured.")
    private int articles;

    @Option(names = "--rate", defaultValue = "0", description = "Articles a second; 0 to catch up.")
    private double rate;

    @Option(names = "--warm-up", defaultValue = "1000", description = "Articles that go through before.")
    private int warmUp;

    @Option(
            names = "--settle",
            defaultValue = "10",
            description =
                    "Seconds at the rate before any is measured, so that what the warm-up has left behind is done;"
                            + " the minute that holds the warm-up closes within 60.")
    private int secondsToSettle;

    @Option(names = "--every", defaultValue = "0", description = "Also print latencies of so many articles at a time.")
    private int every;

    @Option(names = "--minutes", description = "Every article in a minute of its own, not all of them now.")
    private boolean minuteByMinute;

    @Option(names = "-O", paramLabel = "NAME=VALUE", description = "Any option of khabar run.")
    private Map<String, String> options = new HashMap<>();

    private PathBenchmark() {}

    /** The program. */
    public static void main(String[] arguments) {
        int status = new CommandLine(new PathBenchmark()).execute(arguments);
        System.exit(status);
    }

    @Override
    public void run() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.throwAway())) {
            Path state = Files.createTempDirectory("khabar-path-");
            Settings settings = Settings.defaults()
                    .with(Connection.BOOTSTRAP_SERVERS, broker.bootstrapServers())
                    .with(StreamsProperties.STATE_DIR, state.toString());
            for (Map.Entry<String, String> option : options.entrySet()) {
                settings = settings.with(settingOf(option.getKey()), option.getValue());
            }
            measure(settings);
            delete(state);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static khabar.settings.Setting<?> settingOf(String name) {
        return Stream.of(TopicOptions.ALL, TopologyOptions.ALL, StreamsProperties.ALL)
                .flatMap(List::stream)
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " (expected: an option of the topology)"));
    }

    private void measure(Settings settings) {
        int partitions = Preparation.prepare(settings);
        Map<String, Object> client = Connection.from(settings).client();
        WireFormat format = WireFormats.of(settings);
        TopologyOptions topology = TopologyOptions.from(settings, partitions);
        Duration size = topology.windowSizes().get(topology.windowSizes().size() - 1);
        Feed feed = new Feed(files, client, format);
        Panes panes = new Panes(size);
        int settling = (int) (rate * secondsToSettle);
        int count = warmUp + settling + articles;
        Instant now = Instant.now();
        LongFunction<Instant> times =
                minuteByMinute ? Feed.minuteByMinute(now, count) : number -> rate > 0 ? Instant.now() : now;
        long[] sent = new long[count];
        feed.publish(0, rate > 0 ? warmUp : count, 0, times, sent);
        try (OutputReader reader = OutputReader.start(
                        client,
                        format,
                        Map.of(
                                Topics.ENTITY_COUNTS.name(),
                                Start.AT_THE_BEGINNING,
                                Topics.ENRICHED.name(),
                                Start.AT_THE_BEGINNING),
                        panes::accept);
                KhabarApp app = KhabarApp.start(
                        new NewsTopology(topology, RuleBook.immediate(TextCore.shipped(), AlertForm.ANY), format)
                                .build(),
                        StreamsProperties.from(settings))) {
            app.awaitRunning(START);
            if (rate > 0) {
                awaitAll(panes, warmUp);
                feed.publish(warmUp, settling, rate, times, sent);
                Work before = Work.now();
                feed.publish(warmUp + settling, articles, rate, times, sent);
                awaitAll(panes, count);
                printLatencies(panes.latencies(sent, warmUp + settling));
                print("%s", Work.now().since(before, articles));
            } else {
                awaitEnriched(panes, warmUp);
                Work before = Work.now();
                long start = System.nanoTime();
                awaitAll(panes, count);
                double seconds = (panes.lastAt() - start) / 1e9;
                print(
                        "catching up: %.0f articles/s (%d articles in %.1f s, %d entity panes)",
                        articles / seconds, articles, seconds, panes.panes());
                print("%s", Work.now().since(before, articles));
            }
        }
    }

    private static void awaitEnriched(Panes panes, int count) {
        while (panes.enriched() < count) {
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    private static void awaitAll(Panes panes, int count) {
        awaitEnriched(panes, count);
        long toCount = panes.toCount();
        while (panes.counted() < toCount) {
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    private void printLatencies(double[] inOrder) {
        for (int from = 0; every > 0 && from < inOrder.length; from += every) {
            double[] some = Arrays.copyOfRange(inOrder, from, Math.min(inOrder.length, from + every));
            Arrays.sort(some);
            print("article %d on: p50 %.0f ms, p99 %.0f ms", from, at(some, 0.5), at(some, 0.99));
        }
        double[] all = inOrder.clone();
        Arrays.sort(all);
        print(
                "at %.0f articles/s: p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, greatest %.0f ms (%d articles)",
                rate, at(all, 0.5), at(all, 0.9), at(all, 0.99), all[all.length - 1], all.length);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
    }

    private static void print(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
