package khabar.app;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import khabar.app.time.SteadyTime;
import khabar.settings.SettingException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running instance of the topology: started, watched, closed. */
public final class KhabarApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KhabarApp.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    private final KafkaStreams streams;
    private final ReplaceThreadAFewTimes failures = new ReplaceThreadAFewTimes(System::nanoTime);
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private KhabarApp(Topology topology, Properties properties) {
        streams = new KafkaStreams(topology, properties, SteadyTime.ofMachine());
        streams.setUncaughtExceptionHandler(failures);
        streams.setStateListener((now, before) -> follow(now));
    }

    /** Starts an instance; the topics it reads must be there. */
    public static KhabarApp start(Topology topology, Properties properties) {
        KhabarApp app = open(topology, properties);
        app.streams.start();
        return app;
    }

    private static KhabarApp open(Topology topology, Properties properties) {
        try {
            return new KhabarApp(topology, properties);
        } catch (StreamsException failure) {
            // Kafka Streams has one exception for all; only its words say that the folder is the reason.
            if (String.valueOf(failure.getMessage()).contains("state directory")) {
                throw new SettingException(
                        StreamsProperties.STATE_DIR.name(),
                        properties.getProperty(StreamsConfig.STATE_DIR_CONFIG),
                        "a folder that can be written and that no other instance uses");
            }
            throw failure;
        }
    }

    /** Waits until every task of this instance has been restored; false where that takes longer or it stops before. */
    public boolean awaitRunning(Duration atMost) {
        return await(running, atMost) && state().isRunningOrRebalancing();
    }

    /** Waits until the instance has stopped, by {@link #close} or by a failure; false where that takes longer. */
    public boolean awaitEnd(Duration atMost) {
        return await(ended, atMost);
    }

    /** What Kafka Streams says about this instance. */
    public State state() {
        return streams.state();
    }

    /** Why this instance stopped by itself. */
    public Optional<Throwable> failure() {
        return failures.fatal();
    }

    /** The figures of Kafka Streams and its clients. */
    public Map<MetricName, ? extends Metric> metrics() {
        return streams.metrics();
    }

    /** For questions to the stores. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Commits and stops within ten seconds; safe to call more than once. */
    @Override
    public void close() {
        if (!streams.close(CloseOptions.timeout(CLOSE_WITHIN))) {
            LOG.warn("close: not done after {} (expected: all threads stopped); the next start recovers", CLOSE_WITHIN);
        }
        running.countDown();
        ended.countDown();
    }

    private void follow(State now) {
        if (now == State.RUNNING || now == State.ERROR) {
            running.countDown();
        }
        if (now == State.ERROR || now == State.NOT_RUNNING) {
            running.countDown();
            ended.countDown();
        }
    }

    private static boolean await(CountDownLatch latch, Duration atMost) {
        try {
            return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
