package khabar.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Testcontainers;

/** A cluster as it stands in production: it loses a broker and gets it back, and nobody has to do anything. */
@Testcontainers(disabledWithoutDocker = true)
final class KilledBrokerIT {
    private static final long SEED = 20_240_306;
    private static final int ARTICLES = 300;
    private static final int COPIES = 3;

    @TempDir
    private Path folder;

    @Test
    void countsStayExactWhenOneOfThreeBrokersIsKilledInTheMiddleOfAReplay() {
        Corpus corpus = Corpus.of(SEED, ARTICLES);
        int victim = new Random(SEED).nextInt(COPIES);
        try (ThreeBrokers brokers = ThreeBrokers.start();
                Cluster cluster = new Cluster(brokers.bootstrapServers())) {
            Khabar khabar = Khabar.on(cluster, folder);
            String file = corpus.writeTo(folder).toString();
            assertThat(khabar.run("topics", "create").exitCode()).isZero();
            cluster.awaitCopiesInSync("news.articles", COPIES);
            try (Running topology = khabar.start("run")) {
                // Slow enough to outlast the kill on a busy machine; what is left then is sent at once.
                try (Running replay = khabar.start("replay", "--resume", "--rate", "8/s", file)) {
                    cluster.awaitGrowth("news.enriched", 0, ARTICLES / 10);
                    brokers.kill(victim);
                    cluster.awaitCopiesInSync("news.articles", COPIES - 1);
                    cluster.awaitGrowth("news.enriched", cluster.reachOf("news.enriched"), ARTICLES / 10);
                    assertThat(replay.isAlive())
                            .as("in the middle of the replay")
                            .isTrue();
                    brokers.startAgain(victim);
                    assertThat(replay.stop().exitCode())
                            .as("stopped like by Ctrl-C")
                            .isIn(130, 143);
                }
                assertThat(khabar.run("replay", "--resume", file).exitCode()).isZero();
                new Outcome(khabar, corpus).isExact();
                assertThat(topology.isAlive()).isTrue();
                cluster.awaitCopiesInSync("news.articles", COPIES);
            }
        }
    }
}
