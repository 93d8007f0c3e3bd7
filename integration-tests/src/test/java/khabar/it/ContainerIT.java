package khabar.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The whole path on a Kafka that is not ours: the image that everybody runs. */
@Testcontainers(disabledWithoutDocker = true)
final class ContainerIT {
    private static final long SEED = 20_240_303;
    private static final int ARTICLES = 400;

    @Container
    private static final KafkaContainer KAFKA = new KafkaContainer(DockerImageName.parse("apache/kafka:4.3.1"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

    @TempDir
    private Path folder;

    @Test
    void aCorpusGoesAllTheWayOnApacheKafka() {
        Corpus corpus = Corpus.of(SEED, ARTICLES);
        try (Cluster cluster = new Cluster(KAFKA.getBootstrapServers())) {
            Khabar khabar = Khabar.on(cluster, folder);
            assertThat(khabar.run("topics", "create").exitCode()).isZero();
            try (Running topology = khabar.start("run")) {
                topology.awaitErr("^running as (\\S+)");
                assertThat(khabar.run("replay", corpus.writeTo(folder).toString())
                                .exitCode())
                        .isZero();
                new Outcome(khabar, corpus).isExact();
            }
        }
    }
}
