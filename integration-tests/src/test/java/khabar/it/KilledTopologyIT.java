package khabar.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
final class KilledTopologyIT {
    private static final long SEED = 20_240_301;
    private static final int KILLS = 4;
    private static final int ARTICLES = 1_500;

    @TempDir
    private Path folder;

    @Test
    void countsStayExactWhenTheTopologyIsKilledInTheMiddleOfAReplay(Cluster cluster) {
        Corpus corpus = Corpus.of(SEED, ARTICLES);
        Khabar khabar = Khabar.on(cluster, folder);
        String file = corpus.writeTo(folder).toString();
        assertThat(khabar.run("topics", "create").exitCode()).isZero();
        // Slow enough to outlast all kills on a busy machine; what is left then is sent at once.
        try (Running replay = khabar.start("replay", "--rate", "15/s", file)) {
            killAgainAndAgain(khabar, cluster, replay);
            assertThat(replay.stop().exitCode()).as("stopped like by Ctrl-C").isIn(130, 143);
        }
        try (Running topology = khabar.start("run")) {
            assertThat(khabar.run("replay", "--resume", file).exitCode()).isZero();
            new Outcome(khabar, corpus).isExact();
            assertThat(topology.isAlive()).isTrue();
        }
    }

    private static void killAgainAndAgain(Khabar khabar, Cluster cluster, Running replay) {
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            try (Running topology = khabar.start("run")) {
                long before = cluster.reachOf("news.enriched");
                cluster.awaitGrowth("news.enriched", before, 20 + random.nextInt(80));
                assertThat(replay.isAlive())
                        .as("the replay goes on at kill " + kill)
                        .isTrue();
                topology.kill();
            }
        }
    }

    @Test
    void countsStayExactWhenOneOfTwoInstancesIsKilled(Cluster cluster) {
        Corpus corpus = Corpus.of(SEED + 1, ARTICLES);
        Khabar khabar = Khabar.on(cluster, folder);
        assertThat(khabar.run("topics", "create").exitCode()).isZero();
        try (Running first =
                        khabar.start("run", "--state-dir", folder.resolve("one").toString());
                Running second =
                        khabar.start("run", "--state-dir", folder.resolve("two").toString())) {
            cluster.awaitWorkers(Khabar.GROUP, 2);
            try (Running replay = khabar.start(
                    "replay", "--rate", "150/s", corpus.writeTo(folder).toString())) {
                cluster.awaitGrowth("news.enriched", 0, ARTICLES / 4);
                first.kill();
                assertThat(replay.awaitEnd().exitCode()).isZero();
            }
            new Outcome(khabar, corpus).isExact();
            assertThat(second.isAlive()).isTrue();
        }
    }
}
