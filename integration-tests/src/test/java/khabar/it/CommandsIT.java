package khabar.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.it.Khabar.Finished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
final class CommandsIT {
    private static final String SEEDS = System.getProperty("khabar.seeds", "seeds");
    private static final List<String> COUNTED = List.of("news.entity-counts", "news.subject-counts");

    @TempDir
    private Path folder;

    @Test
    void theSeedArticlesGoAllTheWay(Cluster cluster) {
        Khabar khabar = Khabar.on(cluster, folder);
        assertThat(khabar.run("topics", "create").out())
                .contains("created  news.articles", "created  news.dead-letters");
        assertThat(khabar.run("topics", "create").out()).contains("exists   news.articles");

        try (Running topology = khabar.start("run")) {
            Finished replay = khabar.run("replay", SEEDS);
            assertThat(replay.exitCode()).as(replay.err()).isZero();
            JsonNode audit =
                    Outcome.parse(khabar.run("audit", "--wait", "5m", "--json").out());
            assertThat(audit.path("audit").asText()).isEqualTo("ok");
            assertThat(audit.path("read").asInt()).isEqualTo(2);
            assertThat(audit.path("refused").asInt(-1)).isZero();
            assertThat(audit.path("deadLetters").asInt(-1)).isZero();
            assertThat(Outcome.consume(khabar, "news.enriched")).hasSize(2);
            Map<String, String> counts = counts(khabar);
            assertThat(counts).isNotEmpty();

            assertThat(khabar.run("replay", SEEDS).exitCode()).isZero();
            Outcome.auditAgrees(khabar);
            assertThat(counts(khabar)).as("replaying twice changes nothing").isEqualTo(counts);

            assertThat(topology.stop().exitCode())
                    .as("what a process ends with on SIGTERM")
                    .isEqualTo(143);
        }
    }

    @Test
    void everyTopicIsListedDescribedAndReadable(Cluster cluster) {
        Khabar khabar = Khabar.on(cluster, folder);
        assertThat(khabar.run("topics", "create", "--topic-partitions", "2").exitCode())
                .isZero();

        List<String> topics = khabar.run("topics", "list")
                .lines()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
        assertThat(topics)
                .contains("news.articles", "news.schemas", "news.dead-letters")
                .hasSize(13);
        assertThat(khabar.run("topics", "describe", "news.enriched").out()).contains("news.enriched");
        List<String> withRecords = topics.parallelStream()
                .filter(topic -> !Outcome.consume(khabar, topic).isEmpty())
                .toList();
        assertThat(withRecords).containsExactly("news.schemas");
    }

    @Test
    void aWrongQuestionEndsWithTwoAndAMissingClusterWithOne(Cluster cluster) {
        Khabar khabar = Khabar.on(cluster, folder);

        Finished unknown = khabar.run("consume", "news.article");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("news.article", "expected: ");

        Finished unreachable = khabar.run("topics", "list", "--bootstrap-servers", "localhost:1");
        assertThat(unreachable.exitCode()).isEqualTo(1);
        assertThat(unreachable.err()).contains("localhost:1", "expected: ");
    }

    /** The newest value of every key of the aggregates, without its pane. */
    private static Map<String, String> counts(Khabar khabar) {
        Map<String, String> newest = new HashMap<>();
        for (String topic : COUNTED) {
            for (JsonNode line : Outcome.consume(khabar, topic)) {
                ObjectNode value = line.path("value").deepCopy();
                value.remove("pane");
                newest.put(topic + " " + line.path("key"), value.toString());
            }
        }
        return newest;
    }
}
