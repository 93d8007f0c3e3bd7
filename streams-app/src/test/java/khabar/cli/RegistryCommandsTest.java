package khabar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import khabar.SharedBroker;
import khabar.SharedBroker.Cluster;
import khabar.app.Preparation;
import khabar.app.WireFormats;
import khabar.cli.Terminal.Outcome;
import khabar.topics.Topics;
import khabar.topics.registry.InProcessRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
final class RegistryCommandsTest {
    private static final String URI = "urn:registry:1";

    @TempDir
    private Path folder;

    private Path corpus;

    @BeforeEach
    void writeCorpus() throws IOException {
        corpus = Files.writeString(
                folder.resolve("one.jsonl"),
                "{\"uri\":\"" + URI
                        + "\",\"version\":\"1\",\"published\":\"2026-01-05T10:00:00Z\",\"title\":\"Syria\"}\n");
    }

    @Test
    void whatReplayWritesConsumeShows(Cluster cluster) {
        try (InProcessRegistry registry = new InProcessRegistry()) {
            Terminal terminal = terminal(cluster, registry.address().toString());
            Outcome replayed = terminal.run("replay", corpus.toString());
            assertThat(replayed.exit()).as(replayed.err()).isZero();
            assertThat(registry.subjects()).containsExactly("news.articles-value");

            Outcome shown = terminal.run("consume", "news.articles");
            assertThat(shown.exit()).as(shown.err()).isZero();
            assertThat(shown.out().lines())
                    .anyMatch(line ->
                            line.contains("\"key\":\"" + URI + "\"") && line.contains("\"headline\":\"Syria\""));

            Outcome without = terminal(cluster, "").run("consume", "news.articles");
            assertThat(without.out().lines())
                    .anyMatch(line -> line.contains("\"key\":\"" + URI + "\"")
                            && line.contains("(expected: Avro single-object encoding)"));
        }
    }

    @Test
    void whatHasToStandBeforeTheTopologyStartsIsRegistered(Cluster cluster) {
        try (InProcessRegistry registry = new InProcessRegistry()) {
            Preparation.prepare(cluster.settings()
                    .with(WireFormats.SCHEMA_REGISTRY_URL, registry.address().toString()));
            assertThat(registry.subjects()).hasSameSizeAs(Topics.AVRO);
        }
    }

    @Test
    void aRegistryThatDoesNotAnswerEndsAReplayWithOneLineAndTheWayOn(Cluster cluster) throws IOException {
        String nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "http://127.0.0.1:" + free.getLocalPort();
        }
        Outcome outcome = terminal(cluster, nobody).run("replay", corpus.toString());
        assertThat(outcome.exit()).isEqualTo(Main.FAILED);
        assertThat(outcome.err())
                .contains("schema.registry.url: " + nobody + " (expected: a schema registry that answers")
                .contains("khabar replay --resume");
    }

    @Test
    void anAddressIsCheckedBeforeAnythingIsAsked(Cluster cluster) {
        for (String wrong : new String[] {"localhost:8081", "ftp://registry", "http://name:secret@registry"}) {
            Outcome outcome = terminal(cluster, wrong).run("consume", "news.articles");
            assertThat(outcome.exit()).isEqualTo(Main.ASKED_WRONGLY);
            assertThat(outcome.err()).contains("schema.registry.url: " + wrong + " (expected: empty, or an http://");
        }
    }

    private Terminal terminal(Cluster cluster, String registry) {
        return new Terminal(
                Map.of("KHABAR_BOOTSTRAP_SERVERS", cluster.bootstrapServers(), "KHABAR_SCHEMA_REGISTRY_URL", registry),
                folder);
    }
}
