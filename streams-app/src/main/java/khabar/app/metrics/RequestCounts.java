package khabar.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Requests to the web server by route and kind of status, once there are meters. For many threads. */
final class RequestCounts {
    private static final int HUNDRED = 100;
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };

    private volatile @Nullable MeterRegistry meters;

    void bindTo(MeterRegistry registry) {
        meters = registry;
    }

    /** Routes are few, and a request that meets none counts under one name: nobody can make meters without end. */
    void answered(String route, int status, Duration took) {
        MeterRegistry known = meters;
        if (known == null) {
            return;
        }
        String name = route.isEmpty() ? "none" : route;
        Timer.builder("khabar.requests.time")
                .description("How long answers took, without sending them.")
                .tag("route", name)
                .serviceLevelObjectives(BOUNDS)
                .register(known)
                .record(took);
        Counter.builder("khabar.requests")
                .description("Requests that were answered.")
                .tags("route", name, "status", status / HUNDRED + "xx")
                .register(known)
                .increment();
    }
}
