package khabar.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import khabar.it.Khabar.Finished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
final class KilledReplayIT {
    private static final long SEED = 20_240_302;
    private static final int KILLS = 3;
    private static final int ARTICLES = 1_500;

    @TempDir
    private Path folder;

    @Test
    void aKilledReplayResumesWithoutLossOrRepeat(Cluster cluster) {
        Corpus corpus = Corpus.of(SEED, ARTICLES);
        Khabar khabar = Khabar.on(cluster, folder);
        String file = corpus.writeTo(folder).toString();
        Random random = new Random(SEED);
        assertThat(khabar.run("topics", "create").exitCode()).isZero();
        for (int kill = 0; kill < KILLS; kill++) {
            long before = cluster.reachOf("news.articles");
            try (Running replay = khabar.start("replay", "--resume", "--rate", "400/s", file)) {
                cluster.awaitGrowth("news.articles", before, 100 + random.nextInt(300));
                assertThat(replay.isAlive()).as("in the middle at kill " + kill).isTrue();
                replay.kill();
            }
        }
        Finished last = khabar.run("replay", "--resume", file);
        assertThat(last.exitCode()).as(last.err()).isZero();

        try (Running topology = khabar.start("run")) {
            topology.awaitErr("^running as (\\S+)");
            new Outcome(khabar, corpus).isExact();
        }
    }
}
