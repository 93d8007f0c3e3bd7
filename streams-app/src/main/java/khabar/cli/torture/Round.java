package khabar.cli.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import khabar.app.Audits;
import khabar.app.Connection;
import khabar.app.WireFormats;
import khabar.audit.AuditReport;
import khabar.audit.Mismatch;
import khabar.audit.TopicReader;
import khabar.audit.records.Flaw;
import khabar.audit.records.RecordReport;
import khabar.cli.torture.history.History;
import khabar.language.TextCore;
import khabar.settings.Settings;
import khabar.topics.PublishedSchemas;
import khabar.topics.Topic;
import khabar.topics.Topics;
import khabar.topics.creation.TopicCreator;
import khabar.topics.creation.TopicOptions;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One round: a new application on empty topics, a history replayed onto them, faults on the way, and the check. */
final class Round {
    private static final Duration REPLAY_LASTS = Duration.ofSeconds(10);
    private static final Duration BEFORE_FAULT_LEAST = Duration.ofMillis(100);
    private static final Duration BEFORE_FAULT_MOST = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** However long it goes on publishing. */
    private static final Duration MOST_PATIENCE = Duration.ofMinutes(10);

    private static final Duration AT_A_TIME = Duration.ofSeconds(3);
    private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(30);
    private static final int POISON = 3;
    private static final int STEP_MILLIS = 300;

    private final Settings settings;
    private final TextCore core;
    private final Path folder;
    private final String name;
    private final Random random;

    /**
     * A round.
     *
     * @param settings options of everything that runs
     * @param core text core of the audit
     * @param folder its folder; its name is also that of application and replay
     * @param random source of all chance
     */
    Round(Settings settings, TextCore core, Path folder, Random random) {
        this.settings = settings;
        this.core = core;
        this.folder = folder;
        this.name = folder.getFileName().toString();
        this.random = random;
    }

    /** Plays it. */
    RoundResult play(Program program, Broker broker, List<Fault> faults, int articles) throws Exception {
        long began = System.nanoTime();
        int partitions = prepareTopics();
        int silent = faults.contains(Fault.SILENCE) ? random.nextInt(partitions) : -1;
        History history = History.make(random, articles, partitions, silent);
        Path file = folder.resolve("history.jsonl");
        history.writeTo(file);
        long rate = Math.max(1, history.lines().size() / REPLAY_LASTS.toSeconds());
        List<String> replay =
                List.of("replay", "--quiet", "--resume", "--name", name, "--rate", rate + "/s", file.toString());
        try (Scene scene = new Scene(program, broker, folder, random)) {
            scene.join();
            scene.startReplay(replay);
            sendPoison();
            strike(scene, faults);
            if (!scene.awaitReplay(PATIENCE)) {
                return result(scene, AuditReport.NOTHING, 0, List.of("replay: not done after " + PATIENCE), began);
            }
            return check(scene, history, began);
        }
    }

    /** Strikes while the topology is at work; now and then as it comes up. */
    private void strike(Scene scene, List<Fault> faults) throws InterruptedException {
        for (Fault fault : faults) {
            if (random.nextInt(8) != 0) {
                scene.awaitGrowth(this::enriched);
            }
            scene.pass(BEFORE_FAULT_LEAST, BEFORE_FAULT_MOST);
            fault.strike(scene, random);
        }
    }

    private long enriched() {
        return reachOf(List.of(Topics.ENRICHED));
    }

    private long reachOf(List<Topic<?>> topics) {
        try (TopicReader reader = new TopicReader(Connection.from(settings).client())) {
            return topics.stream()
                    .flatMap(topic -> reader.ends(topic.name()).values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private RoundResult check(Scene scene, History history, long began)
            throws InterruptedException, ExecutionException {
        AuditReport audit = awaitAgreement(scene);
        List<String> wrong = new ArrayList<>();
        audit.mismatches().stream().map(Mismatch::toString).forEach(wrong::add);
        if (audit.lag() > 0) {
            wrong.add("lag: " + audit.lag() + " records after " + PATIENCE + " (expected: 0)");
        }
        RecordReport records = awaitClosedWindows(scene);
        records.flaws().stream().map(Flaw::toString).forEach(wrong::add);
        wrong.addAll(
                new Arrivals(WireFormats.of(settings), Connection.from(settings).client()).check(history));
        return result(scene, audit, records.records(), wrong, began);
    }

    /** The audit, once it agrees, or nothing was published for so long that it cannot be waited for any longer. */
    private AuditReport awaitAgreement(Scene scene) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + MOST_PATIENCE.toNanos();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long reach = reachOf(Topics.AVRO);
        AuditReport report = Audits.of(settings, core).run(AT_A_TIME, Clock.systemUTC());
        while (!report.ok() && System.nanoTime() < Math.min(end, deadline)) {
            scene.revive();
            long reached = reachOf(Topics.AVRO);
            if (reached > reach) {
                // A busy machine is no mismatch: what still works is waited for.
                reach = reached;
                deadline = System.nanoTime() + PATIENCE.toNanos();
            }
            report = Audits.of(settings, core).run(AT_A_TIME, Clock.systemUTC());
        }
        return report;
    }

    /** The check of every record, once all windows are closed, or cannot be waited for any longer. */
    private RecordReport awaitClosedWindows(Scene scene) throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + CLOSING_PATIENCE.toNanos();
        RecordReport report = Audits.ofRecords(settings).run(Instant.MAX);
        while (!report.ok() && System.nanoTime() < deadline) {
            scene.revive();
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            report = Audits.ofRecords(settings).run(Instant.MAX);
        }
        return report;
    }

    private static RoundResult result(Scene scene, AuditReport audit, long records, List<String> wrong, long began) {
        return new RoundResult(
                scene.kills(),
                scene.restarts(),
                audit.revisions(),
                audit.read(),
                records,
                wrong,
                Duration.ofNanos(System.nanoTime() - began));
    }

    private int prepareTopics() {
        TopicOptions options = TopicOptions.from(settings);
        try (Admin admin = Connection.from(settings).openAdmin()) {
            new TopicCreator(admin, options).create();
        }
        PublishedSchemas.publish(Connection.from(settings).client());
        return options.partitions();
    }

    /** Records that nobody can read as articles: they belong to the dead letters, once each. */
    private void sendPoison() {
        Map<String, Object> client = Connection.from(settings).client();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < POISON; i++) {
                byte[] poison = new byte[1 + random.nextInt(40)];
                random.nextBytes(poison);
                producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), poison, poison));
            }
        }
    }

    /** Makes its folder. */
    static Path folder(Path parent, int number) {
        try {
            return Files.createDirectories(parent.resolve(String.format(java.util.Locale.ROOT, "round-%03d", number)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
