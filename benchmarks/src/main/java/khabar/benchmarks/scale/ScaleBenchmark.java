package khabar.benchmarks.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import khabar.app.Connection;
import khabar.app.KhabarApp;
import khabar.app.Preparation;
import khabar.app.StreamsProperties;
import khabar.app.WireFormats;
import khabar.broker.BrokerOptions;
import khabar.broker.EmbeddedBroker;
import khabar.language.TextCore;
import khabar.rules.AlertForm;
import khabar.rules.RuleBook;
import khabar.schemas.state.Contributions;
import khabar.schemas.state.FeedClock;
import khabar.settings.Settings;
import khabar.topics.SingleObjectFormat;
import khabar.topology.NewsTopology;
import khabar.topology.TopologyOptions;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Counts, ranks and follows trends of many mentions in many windows, with exactly-once and a broker in the
 * process. What the text core finds in articles is made up here and put before the counting stage, which
 * would else wait for it. All windows stay within the horizon, so that nothing is forgotten.
 */
@Command(name = "scale", mixinStandardHelpOptions = true, sortOptions = false)
public final class ScaleBenchmark implements Runnable {
    private static final Duration SIZE = Duration.ofHours(1);
    private static final Duration START = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN = 200_000_000;

    @Option(names = "--mentions", defaultValue = "10000000", description = "Mentions in all (${DEFAULT-VALUE}).")
    private int mentions;

    @Option(names = "--entities", defaultValue = "100000", description = "Different entities (${DEFAULT-VALUE}).")
    private int entities;

    @Option(names = "--windows", defaultValue = "1000", description = "Hours they lie in (${DEFAULT-VALUE}).")
    private int windows;

    @Option(names = "--of-article", defaultValue = "20", description = "Mentions of an article (${DEFAULT-VALUE}).")
    private int ofArticle;

    private ScaleBenchmark() {}

    /** The program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ScaleBenchmark()).execute(arguments));
    }

    @Override
    public void run() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.throwAway())) {
            Path state = Files.createTempDirectory("khabar-scale-");
            measure(
                    Settings.defaults()
                            .with(Connection.BOOTSTRAP_SERVERS, broker.bootstrapServers())
                            .with(StreamsProperties.STATE_DIR, state.toString())
                            .with(TopologyOptions.WINDOW_SIZES, SIZE.toString())
                            .with(
                                    TopologyOptions.HORIZON,
                                    SIZE.multipliedBy(2L * windows).toString())
                            // As for a back-fill: nobody waits for early panes.
                            .with(TopologyOptions.PANE_INTERVAL, "10s")
                            .with(StreamsProperties.COMMIT_INTERVAL, "1s")
                            // Nothing comes through the door here: it must not say that the feed is silent.
                            .with(TopologyOptions.IDLE_CLOSE, "P1D"),
                    state);
        } catch (IOException | ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void measure(Settings settings, Path state) throws IOException, ExecutionException, InterruptedException {
        int partitions = Preparation.prepare(settings);
        TopologyOptions topology = TopologyOptions.from(settings, partitions);
        try (KhabarApp app = KhabarApp.start(
                        new NewsTopology(
                                        topology,
                                        RuleBook.immediate(TextCore.shipped(), AlertForm.ANY),
                                        WireFormats.of(settings))
                                .build(),
                        StreamsProperties.from(settings));
                Admin admin = Admin.create(Connection.from(settings).client())) {
            app.awaitRunning(START);
            String topic = settings.get(StreamsProperties.APPLICATION_ID) + "-by-id-repartition";
            long start = System.nanoTime();
            publish(settings, topic, partitions);
            double sent = secondsSince(start);
            awaitRead(admin, settings.get(StreamsProperties.APPLICATION_ID), topic, partitions);
            report(app, state, sent, secondsSince(start));
        }
        delete(state);
    }

    private void publish(Settings settings, String topic, int partitions) {
        Map<String, Object> properties = new HashMap<>(Connection.from(settings).client());
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        Instant first = Instant.now().minus(SIZE.multipliedBy(windows));
        Mentions all = new Mentions(entities, partitions);
        int articles = mentions / ofArticle;
        try (KafkaProducer<String, Contributions> producer = new KafkaProducer<>(
                properties,
                new StringSerializer(),
                SingleObjectFormat.compiledIn().serdeOf(Contributions.class).serializer())) {
            for (int article = 0; article < articles; article++) {
                Instant publishedAt = first.plus(
                        SIZE.multipliedBy(windows).multipliedBy(article).dividedBy(articles));
                all.ofArticle(publishedAt, ofArticle)
                        .forEach((partition, batch) ->
                                producer.send(new ProducerRecord<>(topic, partition, "article", batch)));
                if (article % Math.max(1, articles / windows) == 0 || article == articles - 1) {
                    tellTheTime(producer, topic, partitions, publishedAt);
                }
            }
        }
    }

    private static void tellTheTime(
            KafkaProducer<String, Contributions> producer, String topic, int partitions, Instant time) {
        for (int of = 0; of < partitions; of++) {
            for (int to = 0; to < partitions; to++) {
                Contributions clock = new Contributions(new FeedClock(of, time, false, null), List.of(), List.of());
                producer.send(new ProducerRecord<>(topic, to, "clock", clock));
            }
        }
    }

    private static void awaitRead(Admin admin, String group, String topic, int partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        var ends = admin.listOffsets(latest).all().get();
        while (true) {
            var read = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            boolean all = ends.entrySet().stream().allMatch(end -> {
                var at = read.get(end.getKey());
                return at != null && at.offset() >= end.getValue().offset();
            });
            if (all) {
                return;
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    private void report(KhabarApp app, Path state, double sent, double seconds) throws IOException {
        long counts = app.streams()
                .store(StoreQueryParameters.fromNameAndType("entity-counts", QueryableStoreTypes.keyValueStore()))
                .approximateNumEntries();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.println(String.format(
                Locale.ROOT,
                "%d mentions, %d entities, %d windows: %.1f s (sent in %.1f s), %.0f mentions/s, CPU %.1f s;"
                        + " about %d counts, stores %.1f MB, heap %.0f MB after collection, process %s, at most %s",
                mentions,
                entities,
                windows,
                seconds,
                sent,
                mentions / seconds,
                ((com.sun.management.OperatingSystemMXBean)
                                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                                .getProcessCpuTime()
                        / 1e9,
                counts,
                bytes(state) / 1e6,
                (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
                ofProcess("VmRSS"),
                ofProcess("VmHWM")));
    }

    /** A line of the kernel about this process; where there is none, a question mark. */
    private static String ofProcess(String name) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "?";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("?");
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void delete(Path folder) {
        try (Stream<Path> left = Files.walk(folder)) {
            left.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
