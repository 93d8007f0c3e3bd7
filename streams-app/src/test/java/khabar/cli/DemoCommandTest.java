package khabar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The seed articles through broker, topology, topics and audit, all in this process. */
final class DemoCommandTest {
    private static final Path SEEDS = Path.of("..", "seeds");
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void theSeedArticlesComeOutAsTheyWereCountedByHand() throws Exception {
        Terminal.Outcome outcome = new Terminal(Map.of(), Path.of(".").toAbsolutePath())
                .run("demo", "--once", "--json", "--port", "0", SEEDS.toString());

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        JsonNode summary = JSON.readTree(outcome.out());
        assertThat(outcome.out().lines()).hasSize(1);
        assertThat(summary.get("articles").asLong()).isEqualTo(2);
        assertThat(summary.get("rejected").asLong()).isZero();
        assertThat(summary.get("deadLetters").asLong()).isZero();
        assertThat(summary.get("audit").asText()).isEqualTo("ok");
        assertThat(summary.at("/windows/P1D/open")).isEmpty();
        assertThat(summary.at("/windows/PT1M/closed").asInt()).isEqualTo(2);
        assertThat(summary.at("/entities/0/names/fa").asText()).isEqualTo("سوریه");
        assertThat(summary.at("/entities/0/mentions").asLong()).isEqualTo(20);
        assertThat(summary.at("/entities/0/articles").asLong()).isEqualTo(2);
        assertEveryMentionPointsAtItsFile(summary);
    }

    @Test
    void aPathThatDoesNotExistIsSaidBeforeAnythingIsStarted() {
        Terminal.Outcome outcome = new Terminal(Map.of(), Path.of("")).run("demo", "none.jsonl");
        assertThat(outcome.exit()).isEqualTo(Main.ASKED_WRONGLY);
        assertThat(outcome.err()).startsWith("path: none.jsonl (expected: an existing file");
    }

    private static void assertEveryMentionPointsAtItsFile(JsonNode summary) throws Exception {
        int mentions = 0;
        for (JsonNode article : summary.get("enriched")) {
            Path file = SEEDS.resolve(Path.of(article.get("file").asText()).getFileName());
            String text = Files.readString(file, UTF_8);
            for (JsonNode mention : article.get("mentions")) {
                mentions++;
                assertThat(text.substring(
                                mention.get("fileStart").asInt(),
                                mention.get("fileEnd").asInt()))
                        .isEqualTo(mention.get("surfaceForm").asText());
            }
        }
        assertThat(mentions).isGreaterThan(50);
    }
}
