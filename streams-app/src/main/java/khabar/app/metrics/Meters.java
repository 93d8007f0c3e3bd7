package khabar.app.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import khabar.query.Questions;
import khabar.query.live.Figures;
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

    private final Questions questions;
    private @Nullable KafkaStreams streams;
    private @Nullable PrometheusMeterRegistry registry;
    private @Nullable KafkaStreamsMetrics ofStreams;
    private @Nullable JvmGcMetrics ofCollections;

    /** Meters of the instance that is asked. */
    public Meters(Questions questions) {
        this.questions = questions;
    }

    /** Adds {@code /metrics}. */
    public void addTo(Routes routes) {
        routes.add("/metrics", this::scrape);
    }

    /** From now on measures the given instance, too. */
    public synchronized void attach(KafkaStreams instance) {
        streams = instance;
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
        count(meters, "khabar.rejected", "Records seen in news.rejected.", Figures::rejected);
        count(meters, "khabar.dead.letters", "Records seen in news.dead-letters.", Figures::deadLetters);
        count(meters, "khabar.late.panes", "Rankings that changed after their window had closed.", Figures::latePanes);
        count(meters, "khabar.unreadable", "Records that this build cannot read.", Figures::unreadable);
        Gauge.builder("khabar.feed.lag", this, Meters::lag)
                .description("Articles that wait to be read by this instance.")
                .register(meters);
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
        FunctionCounter.builder(
                        name,
                        this,
                        self -> figure.applyAsDouble(self.questions.known().figures()))
                .description(meaning)
                .register(meters);
    }

    private double lag() {
        return questions.instance().lag().orElse(0);
    }
}
