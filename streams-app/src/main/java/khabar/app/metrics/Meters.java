package khabar.app.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import khabar.query.Answer.Here;
import khabar.query.Questions;
import khabar.query.live.Figures;
import khabar.query.live.Output;
import khabar.schemas.PaneTiming;
import khabar.schemas.RejectReason;
import khabar.topics.Topics;
import khabar.web.Asked;
import khabar.web.Reply;
import khabar.web.Routes;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one instance: the stream as the live view sees it, Kafka Streams with its clients, and
 * the JVM. They are made when somebody first asks, so that whoever is not scraped pays nothing.
 */
public final class Meters implements AutoCloseable {
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] DELAYS = Stream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 60_000)
            .map(millis -> Duration.ofMillis(millis))
            .toArray(Duration[]::new);

    private final Questions questions;
    private final RequestCounts requests = new RequestCounts();
    private final IntSupplier readers;
    private final Clock clock;
    private volatile @Nullable Timer delay;
    private @Nullable KafkaStreams streams;
    private @Nullable PrometheusMeterRegistry registry;
    private @Nullable KafkaStreamsMetrics ofStreams;
    private @Nullable JvmGcMetrics ofCollections;

    /**
     * Meters of one instance.
     *
     * @param questions the instance that is asked
     * @param readers how many read the stream of events
     * @param clock by which delays are measured
     */
    public Meters(Questions questions, IntSupplier readers, Clock clock) {
        this.questions = questions;
        this.readers = readers;
        this.clock = clock;
    }

    /** Adds {@code /metrics}. */
    public void addTo(Routes routes) {
        routes.add("/metrics", this::scrape).observedBy(requests::answered);
    }

    /** From now on measures the given instance, too. */
    public synchronized void attach(KafkaStreams instance) {
        streams = instance;
    }

    /** Measures how long an enriched article took, once somebody scrapes; for records of now, not of the past. */
    public void arrived(Output output) {
        Timer timer = delay;
        if (timer != null && output.topic().equals(Topics.ENRICHED.name())) {
            Duration took = Duration.between(output.at(), clock.instant());
            timer.record(took.isNegative() ? Duration.ZERO : took);
        }
    }

    @Override
    public synchronized void close() {
        if (ofStreams != null) {
            ofStreams.close();
        }
        if (ofCollections != null) {
            ofCollections.close();
        }
        if (registry != null) {
            registry.close();
        }
    }

    private synchronized Reply scrape(Asked asked) {
        asked.takesOnly();
        PrometheusMeterRegistry meters = registry == null ? (registry = open()) : registry;
        if (ofStreams == null && streams != null) {
            ofStreams = new KafkaStreamsMetrics(streams);
            ofStreams.bindTo(meters);
        }
        return new Reply(Reply.OK, FORMAT, meters.scrape().getBytes(UTF_8), Map.of());
    }

    private PrometheusMeterRegistry open() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        count(meters, "khabar.articles", "Winning revisions seen in news.enriched.", Figures::articles);
        for (RejectReason reason : RejectReason.values()) {
            count(
                    meters,
                    "khabar.rejected",
                    "Records seen in news.rejected, by reason.",
                    Tags.of("reason", reason.name()),
                    figures -> figures.rejectedBy().getOrDefault(reason, 0L));
        }
        for (PaneTiming timing : PaneTiming.values()) {
            count(
                    meters,
                    "khabar.panes",
                    "Rankings seen in news.top-entities, by the timing of their pane.",
                    Tags.of("timing", timing.name()),
                    figures -> figures.panes().getOrDefault(timing, 0L));
        }
        count(meters, "khabar.dead.letters", "Records seen in news.dead-letters.", Figures::deadLetters);
        count(meters, "khabar.unreadable", "Records that this build cannot read.", Figures::unreadable);
        Gauge.builder("khabar.feed.lag", this, Meters::lag)
                .description("Articles that wait to be read by this instance.")
                .register(meters);
        Gauge.builder("khabar.stream.readers", readers, IntSupplier::getAsInt)
                .description("Readers of /api/stream.")
                .register(meters);
        delay = Timer.builder("khabar.enriched.delay")
                .description("From the arrival of a record in news.articles until its enriched article can be read.")
                .serviceLevelObjectives(DELAYS)
                .register(meters);
        Gauge.builder("khabar.answers", this, self -> self.questions.archive() instanceof Here ? 1 : 0)
                .description("1 while the archive has caught up and the API answers from it, else 0.")
                .register(meters);
        requests.bindTo(meters);
        Gauge.builder("khabar.ready", this, self -> self.questions.instance().ready() ? 1 : 0)
                .description("1 while the stores are restored and kept, else 0.")
                .register(meters);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ClassLoaderMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        ofCollections = new JvmGcMetrics();
        ofCollections.bindTo(meters);
        return meters;
    }

    private void count(PrometheusMeterRegistry meters, String name, String meaning, ToDoubleFunction<Figures> figure) {
        count(meters, name, meaning, Tags.empty(), figure);
    }

    private void count(
            PrometheusMeterRegistry meters, String name, String meaning, Tags tags, ToDoubleFunction<Figures> figure) {
        FunctionCounter.builder(
                        name,
                        this,
                        self -> figure.applyAsDouble(self.questions.known().figures()))
                .description(meaning)
                .tags(tags)
                .register(meters);
    }

    private double lag() {
        return questions.instance().lag().orElse(0);
    }
}
