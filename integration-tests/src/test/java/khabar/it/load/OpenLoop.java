package khabar.it.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Asks at fixed times, whether or not earlier questions are answered. A latency counts from the time at
 * which the question was due, so a server that stalls is charged for all who would have waited.
 */
final class OpenLoop {
    private static final long MOST_MICROS = Duration.ofMinutes(1).toNanos() / 1_000;
    private static final int DIGITS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Histogram micros = new ConcurrentHistogram(MOST_MICROS, DIGITS);
    private final LongAdder failures = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private double perSecond;

    /** Asks so often a second for so long, and waits for all answers. */
    static OpenLoop ask(URI address, int perSecond, Duration length) throws InterruptedException {
        OpenLoop loop = new OpenLoop();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(threads)
                    .build();
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            loop.run(client, request, perSecond, length);
        } finally {
            threads.shutdownNow();
        }
        return loop;
    }

    private void run(HttpClient client, HttpRequest request, int asked, Duration length) throws InterruptedException {
        int requests = (int) (asked * length.toMillis() / 1_000);
        Semaphore answered = new Semaphore(0);
        long began = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            long due = began + i * 1_000_000_000L / asked;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            client.sendAsync(request, BodyHandlers.ofByteArray()).whenComplete((reply, failure) -> {
                micros.recordValue(Math.min(MOST_MICROS, (System.nanoTime() - due) / 1_000));
                if (failure != null || reply.statusCode() != 200) {
                    failures.increment();
                } else {
                    bytes.add(reply.body().length);
                }
                answered.release();
            });
        }
        answered.acquire(requests);
        perSecond = requests * 1e9 / (System.nanoTime() - began);
    }

    /** Questions that were not answered, or not with 200. */
    long failures() {
        return failures.sum();
    }

    /** So many of a hundred waited no longer, in milliseconds. */
    double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    @Override
    public String toString() {
        return "%.0f answers/s, %d failures, %d bytes each, p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, most %.1f ms"
                .formatted(
                        perSecond,
                        failures(),
                        bytes.sum() / Math.max(1, micros.getTotalCount()),
                        millisAt(50),
                        millisAt(90),
                        millisAt(99),
                        millisAt(99.9),
                        millisAt(100));
    }
}
