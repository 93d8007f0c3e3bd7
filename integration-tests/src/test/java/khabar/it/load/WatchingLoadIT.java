package khabar.it.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.ToLongFunction;
import khabar.it.Cluster;
import khabar.it.Corpus;
import khabar.it.Khabar;
import khabar.it.Outcome;
import khabar.it.Running;
import khabar.it.SharedBroker;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watching under load, run by its name only. By itself a small load that must go well; with
 * {@code -Dload.readers=5000} and others the measurement that docs/performance.md tells of.
 */
@ExtendWith(SharedBroker.class)
final class WatchingLoadIT {
    private static final Logger LOG = LoggerFactory.getLogger(WatchingLoadIT.class);
    private static final long SEED = 20_240_307;
    private static final int READERS = Integer.getInteger("load.readers", 200);
    private static final int REQUESTS_PER_SECOND = Integer.getInteger("load.requests", 50);
    private static final int ARTICLES_PER_SECOND = Integer.getInteger("load.articles", 20);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("load.seconds", 10));
    private static final String HEARD = System.getProperty("load.heard", "what=article,trend,alert");
    /** Articles that are made up; replayed in rounds, so that with fewer than come in nearly all repeat others. */
    private static final int CORPUS = Integer.getInteger("load.corpus", 1_000);
    /** A corpus to replay instead; empty for one that is made up. */
    private static final String FEED = System.getProperty("load.feed", "");

    private static final long MOST_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration ROUND = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void manyReadersHearOfArticlesSoon(Cluster cluster) {
        try (Watched watched = Watched.start(cluster, folder)) {
            Usage alone = Usage.afterCollection(watched.process());
            try (Crowd crowd = Crowd.gather(watched.at("/api/stream?" + HEARD), READERS);
                    Tail tail = Tail.of(cluster.bootstrapServers(), "news.enriched")) {
                Usage idle = Usage.afterCollection(watched.process());
                LOG.info("{} idle readers: {} (alone: {})", crowd.size(), idle, alone);

                try (Running replay = watched.replay(ARTICLES_PER_SECOND)) {
                    cluster.awaitGrowth("news.enriched", 0, 1);
                    Usage before = Usage.of(watched.process());
                    long bytes = crowd.bytes();
                    rest(LENGTH);
                    Usage after = Usage.of(watched.process());
                    LOG.info(
                            "{} readers, {} gone, while a replay runs: {} cores, {} MiB resident, {} MiB heap, {} MB/s sent",
                            crowd.size(),
                            crowd.gone(),
                            "%.2f".formatted(after.coresSince(before)),
                            after.residentMiB(),
                            after.heapMiB(),
                            (crowd.bytes() - bytes) / LENGTH.toSeconds() / 1_000_000);
                    replay.stop();
                }
                assertThat(crowd.gone()).as("readers that keep up stay").isZero();
                Outcome.auditAgrees(watched.khabar());
                Histogram delays = delays(crowd, tail, Tail.Times::sent);
                LOG.info("from the feed to readers: {}", told(delays));
                LOG.info(
                        "of that, after a plain consumer has read it: {}", told(delays(crowd, tail, Tail.Times::read)));
                assertThat(delays.getTotalCount()).isPositive();
            }
        }
    }

    @Test
    void theApiAnswersWhileArticlesComeIn(Cluster cluster) throws InterruptedException {
        try (Watched watched = Watched.start(cluster, folder)) {
            URI entities = watched.at("/api/entities?window=P1D&limit=20");
            try (Running replay = watched.replay(ARTICLES_PER_SECOND)) {
                cluster.awaitGrowth("news.enriched", 0, ARTICLES_PER_SECOND);
                OpenLoop warm = OpenLoop.ask(entities, REQUESTS_PER_SECOND, LENGTH);
                LOG.info("/api/entities, warming up: {}", warm);
                askUntilCaughtUp(watched, entities);
                Usage before = Usage.of(watched.process());
                long arrived = cluster.reachOf("news.articles");
                long enriched = cluster.reachOf("news.enriched");
                OpenLoop loop = OpenLoop.ask(entities, REQUESTS_PER_SECOND, LENGTH);
                Usage after = Usage.of(watched.process());
                long in = cluster.reachOf("news.articles") - arrived;
                long through = cluster.reachOf("news.enriched") - enriched;
                LOG.info(
                        "/api/entities, {} requests/s asked: {}; articles in {}/s, records of news.enriched {}/s, {} cores",
                        REQUESTS_PER_SECOND,
                        loop,
                        in / LENGTH.toSeconds(),
                        through / LENGTH.toSeconds(),
                        "%.2f".formatted(after.coresSince(before)));
                assertThat(replay.isAlive()).as("articles still come in").isTrue();
                assertThat(through).as("articles that got through meanwhile").isPositive();
                assertThat(loop.failures()).isZero();
                replay.stop();
            }
        }
    }

    /** A JVM that has just started falls behind: what is measured is one that keeps up, if it does within the time. */
    private static void askUntilCaughtUp(Watched watched, URI entities) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (watched.lag() > ARTICLES_PER_SECOND && System.nanoTime() < end) {
            OpenLoop.ask(entities, REQUESTS_PER_SECOND, ROUND);
        }
        LOG.info("articles behind, then: {}", watched.lag());
    }

    private static Histogram delays(Crowd crowd, Tail tail, ToLongFunction<Tail.Times> from) {
        Histogram delays = new Histogram(MOST_MILLIS, 3);
        for (Witness witness : crowd.witnesses()) {
            witness.heard().forEach((place, at) -> {
                Tail.Times times = tail.records().get(place);
                assertThat(times).as("the article at " + place).isNotNull();
                delays.recordValue(Math.max(0, Math.min(MOST_MILLIS, at - from.applyAsLong(times))));
            });
        }
        return delays;
    }

    private static String told(Histogram millis) {
        return "%d events, p50 %d ms, p99 %d ms, most %d ms"
                .formatted(
                        millis.getTotalCount(),
                        millis.getValueAtPercentile(50),
                        millis.getValueAtPercentile(99),
                        millis.getMaxValue());
    }

    private static void rest(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        await("the time is over").atMost(length.plus(PATIENCE)).until(() -> System.nanoTime() > end);
    }

    /** A topology that is watched. */
    private record Watched(Khabar khabar, Running topology, URI address, String corpus) implements AutoCloseable {
        static Watched start(Cluster cluster, Path folder) {
            // As many as there are by default: this is measured.
            Khabar khabar = Khabar.on(cluster, folder)
                    .with("KHABAR_TOPIC_PARTITIONS", "4")
                    .longLived();
            assertThat(khabar.run("topics", "create").exitCode()).isZero();
            Running topology = khabar.start("run");
            URI address = URI.create(topology.awaitErr("^page on (\\S+)"));
            topology.awaitErr("^running as (\\S+)");
            return new Watched(khabar, topology, address, FEED.isEmpty() ? madeUp(folder) : FEED);
        }

        private static String madeUp(Path folder) {
            return Corpus.ofDifferentNews(SEED, CORPUS).writeTo(folder).toString();
        }

        URI at(String path) {
            return address.resolve(path);
        }

        ProcessHandle process() {
            return topology.process();
        }

        /** Articles that the topology has yet to read, as it says; many where it does not know. */
        long lag() {
            try (InputStream status = at("/api/status").toURL().openStream()) {
                return Outcome.parse(new String(status.readAllBytes(), UTF_8))
                        .path("lag")
                        .asLong(Long.MAX_VALUE);
            } catch (IOException unanswered) {
                throw new UncheckedIOException(unanswered);
            }
        }

        Running replay(int perSecond) {
            // Stamped as it comes in, as news is: with times of their own, later rounds end up in the future one day.
            return khabar.start("replay", "--now", "--rate", perSecond + "/s", "--loop", "forever", corpus);
        }

        @Override
        public void close() {
            topology.close();
        }
    }
}
