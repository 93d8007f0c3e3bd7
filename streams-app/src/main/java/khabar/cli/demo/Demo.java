package khabar.cli.demo;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import khabar.app.Audits;
import khabar.app.Connection;
import khabar.app.KhabarApp;
import khabar.app.Preparation;
import khabar.app.StreamsProperties;
import khabar.app.WatchedApp;
import khabar.app.WireFormats;
import khabar.app.text.KnownNames;
import khabar.app.text.LiveRules;
import khabar.app.text.TextCores;
import khabar.audit.Audit;
import khabar.audit.AuditReport;
import khabar.broker.BrokerOptions;
import khabar.broker.EmbeddedBroker;
import khabar.cli.demo.Milestones.Milestone;
import khabar.feed.Replay;
import khabar.feed.ReplayMeans;
import khabar.feed.ReplaySummary;
import khabar.feed.pace.Ticker;
import khabar.feed.replay.Progress;
import khabar.language.TextCore;
import khabar.query.live.LiveView;
import khabar.query.live.Output;
import khabar.query.live.OutputReader;
import khabar.rules.RuleBook;
import khabar.schemas.TopEntities;
import khabar.settings.Settings;
import khabar.topics.WireFormat;
import khabar.topology.NewsTopology;
import khabar.topology.TopologyOptions;
import khabar.web.WebOptions;
import org.jspecify.annotations.Nullable;

/** Broker, topology, replay and web server in this process; nothing stays when it is closed. */
public final class Demo implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 50;

    private final DemoPlan plan;
    private final Milestones milestones;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CompletableFuture<TextCore> core = new CompletableFuture<>();
    private final CompletableFuture<WatchedApp> watched = new CompletableFuture<>();
    private final CompletableFuture<ReplaySummary> replayed = new CompletableFuture<>();
    private final Clock clock = Clock.systemUTC();
    private volatile Settings settings;
    private volatile @Nullable Running running;

    /** What is there once the demo has started. */
    private record Running(
            WireFormat format,
            TopologyOptions options,
            Collected collected,
            OutputReader reader,
            KhabarApp app,
            WatchedApp watched,
            Replay replay) {}

    /** A demo that has not started yet. */
    public Demo(DemoPlan plan) {
        this.plan = plan;
        this.settings = plan.settings();
        this.milestones = new Milestones(plan.tell());
    }

    /**
     * Starts everything. On two cores the broker's start takes the longest, so text core and web server
     * come up beside it, and the replay begins before the topology runs.
     */
    public void start() {
        try {
            startUnlessStopped();
        } catch (RuntimeException | Error failure) {
            // Nothing starts any more in a process that goes down: that is no failure to tell of.
            if (!isStopped()) {
                throw failure;
            }
        }
    }

    private void startUnlessStopped() {
        milestones.reached(Milestone.MAIN);
        Thread beside = new Thread(this::startBeside, "khabar-demo-beside");
        beside.setDaemon(true);
        beside.start();
        EmbeddedBroker broker = opened(EmbeddedBroker.start(BrokerOptions.throwAway()));
        milestones.reached(Milestone.BROKER);
        if (isStopped()) {
            return;
        }
        ThrowAwayFolder state = opened(ThrowAwayFolder.make("khabar-demo-state-"));
        settings = settings.with(Connection.BOOTSTRAP_SERVERS, broker.bootstrapServers())
                .with(StreamsProperties.STATE_DIR, state.path().toString());
        int feedPartitions = Preparation.prepare(settings);
        milestones.reached(Milestone.TOPICS);
        if (isStopped()) {
            return;
        }
        running = run(feedPartitions);
        awaitRunning();
    }

    private void awaitRunning() {
        Instant latest = clock.instant().plus(PATIENCE);
        while (!isOver() && clock.instant().isBefore(latest)) {
            if (now().app().awaitRunning(Duration.ofMillis(PAUSE_MILLIS))) {
                milestones.reached(Milestone.RUNNING);
                return;
            }
        }
    }

    /** Whether it was told to stop; then it may never have started. */
    public boolean isStopped() {
        return stopping.get();
    }

    private Running run(int feedPartitions) {
        WireFormat format = WireFormats.of(settings);
        TopologyOptions options = TopologyOptions.from(settings, feedPartitions);
        Replay replay = replay(format);
        startReplay(replay);
        WatchedApp shown = opened(awaited(watched));
        KhabarApp app = opened(shown.start(
                new NewsTopology(options, RuleBook.inBackground(awaited(core), LiveRules.ALERTS), format).build(),
                ImpatientStart.hurry(StreamsProperties.from(settings))));
        Collected collected =
                new Collected(options.windowSizes().get(options.windowSizes().size() - 1));
        shown.streamEvents(client(), format);
        shown.keepNews(settings, format);
        OutputReader reader = shown.news().readEverything(client(), format, output -> follow(output, collected));
        return new Running(format, options, collected, reader, app, shown, replay);
    }

    /** What watchers see. */
    public LiveView view() {
        return now().watched().news().view();
    }

    /** Articles that wait to be read, where that is known. */
    public OptionalLong lag() {
        return now().watched().lag();
    }

    /** Where the page is. */
    public URI address() {
        return now().watched().address();
    }

    /** Where Kafka clients connect. */
    public String bootstrapServers() {
        return settings.get(Connection.BOOTSTRAP_SERVERS);
    }

    /** Whether it was told to stop, or cannot go on. */
    public boolean isOver() {
        return stopping.get()
                || now().app().failure().isPresent()
                || now().reader().failure().isPresent()
                || replayed.isCompletedExceptionally();
    }

    /** Waits until everything is out that a silent feed lets come out, and audits it; empty where it was stopped. */
    public Optional<Summary> settle() throws InterruptedException, ExecutionException {
        while (!replayed.isDone() && !isOver()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        Collected collected = now().collected();
        Settling settling = new Settling(collected, now().options(), clock);
        while (!isOver() && !settling.isSettled(sent()) && !settling.isStuck()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        if (isOver()) {
            return Optional.empty();
        }
        milestones.reached(Milestone.SETTLED);
        AuditReport report = audit().run(PATIENCE, clock);
        now().reader().allOfNow().get();
        milestones.reached(Milestone.AUDITED);
        return Optional.of(new Summary(replayed.get(), collected, report, settling.overdue(), milestones));
    }

    /** Why the demo cannot go on; empty words where nothing is wrong. */
    public String trouble() {
        if (replayed.isCompletedExceptionally()) {
            return replayed.handle((none, failure) -> String.valueOf(failure.getMessage()))
                    .join();
        }
        return now().app()
                .failure()
                .or(() -> now().reader().failure())
                .map(Throwable::toString)
                .orElse("");
    }

    /** Ends replay and waiting; {@link #close} does the rest. For any thread. */
    public void stop() {
        stopping.set(true);
        Running there = running;
        if (there != null) {
            there.replay().stop();
        }
    }

    /** Stops everything, last things first. */
    @Override
    public void close() throws Exception {
        stop();
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    /** Articles sent; none where the replay never ended. */
    private long sent() {
        return replayed.isDone() && !replayed.isCompletedExceptionally()
                ? replayed.join().articles()
                : 0;
    }

    private Running now() {
        return Objects.requireNonNull(running, "start comes first");
    }

    private void startBeside() {
        try {
            ImpatientStart.loadNativeStores();
            core.complete(TextCores.from(settings));
            milestones.reached(Milestone.TEXT_CORE);
            watched.complete(
                    WatchedApp.serve(WebOptions.from(settings), new KnownNames(() -> awaited(core), settings)));
        } catch (RuntimeException | Error failure) {
            core.completeExceptionally(failure);
            watched.completeExceptionally(failure);
        }
    }

    private static <T> T awaited(CompletableFuture<T> started) {
        try {
            return started.join();
        } catch (CompletionException failure) {
            // As it was thrown: a port that is taken is the user's business, and reads like one.
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }

    private Replay replay(WireFormat format) {
        return Replay.toKafka(
                plan.replay(), client(), new ReplayMeans(clock, Ticker.system(), System.in, format, Progress.NONE));
    }

    private void startReplay(Replay replay) {
        Thread thread = new Thread(
                () -> {
                    try {
                        ReplaySummary summary = replay.run();
                        if (!summary.stopped()) {
                            milestones.reached(Milestone.REPLAYED);
                        }
                        replayed.complete(summary);
                    } catch (RuntimeException | Error failure) {
                        replayed.completeExceptionally(failure);
                    }
                },
                "khabar-demo-replay");
        opened((AutoCloseable) () -> {
            replay.stop();
            thread.join(PATIENCE.toMillis());
        });
        thread.start();
    }

    private void follow(Output output, Collected collected) {
        if (output.value() instanceof TopEntities) {
            milestones.reached(Milestone.FIRST_AGGREGATE);
        }
        if (plan.summed()) {
            collected.accept(output);
        }
    }

    private Audit audit() {
        return new Audit(
                Audits.options(now().options()),
                awaited(core),
                now().format(),
                settings.get(StreamsProperties.APPLICATION_ID),
                client());
    }

    private Map<String, Object> client() {
        return Connection.from(settings).client();
    }

    private <T extends AutoCloseable> T opened(T one) {
        opened.push(one);
        return one;
    }
}
