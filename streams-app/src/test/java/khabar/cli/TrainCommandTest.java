package khabar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import khabar.cli.Terminal.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles about zorbs are sport and those about glims are weather, which no rule knows. */
final class TrainCommandTest {
    private static final String[] MAP = {"--map", "zorb=medtop:15000000", "--map", "glim=medtop:17000000"};

    @TempDir
    private Path folder;

    @BeforeEach
    void writeArticles() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            String kind = i % 2 == 0 ? "zorb" : "glim";
            rows.append("{\"category\":\"%s\",\"title\":\"A %s number %d\",\"body\":\"The %ss of day %d were long.\"}\n"
                    .formatted(kind, kind, i, kind, i));
        }
        rows.append("{\"category\":\"other\",\"title\":\"Something else\"}\n");
        Files.writeString(folder.resolve("news.jsonl"), rows);
        Files.writeString(folder.resolve("one.txt"), "A zorb came by\n");
    }

    @Test
    void aTrainedModelFindsWhatItWasTaught() throws IOException {
        Outcome outcome = train("desk.model", "--json");
        assertThat(outcome.exit()).isZero();
        JsonNode report = new ObjectMapper().readTree(outcome.out());
        assertThat(report.at("/counts/articles").asLong()).isEqualTo(60);
        assertThat(report.at("/counts/of category other, left out").asLong()).isEqualTo(1);
        assertThat(report.at("/shares").iterator().next().asDouble()).isEqualTo(1);
        assertThat(run("enrich", path("one.txt")).out()).doesNotContain("medtop:15000000");
        assertThat(run("enrich", "--subject-model", path("desk.model"), path("one.txt"))
                        .out())
                .contains("medtop:15000000");
        String evaluation = run(command(
                        "evaluate subjects --json --subject-model " + path("desk.model") + " " + path("news.jsonl"),
                        MAP))
                .out();
        assertThat(new ObjectMapper()
                        .readTree(evaluation)
                        .at("/shares")
                        .iterator()
                        .next()
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void theSameArticlesGiveTheSameModel() throws IOException {
        train("one.model");
        train("two.model");
        assertThat(Files.readAllBytes(folder.resolve("one.model")))
                .isEqualTo(Files.readAllBytes(folder.resolve("two.model")));
    }

    @Test
    void tooFewArticlesAreSaidAndNothingIsWritten() {
        Outcome outcome = train("few.model", "--max", "10");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("articles: 10 of 2 subjects");
        assertThat(folder.resolve("few.model")).doesNotExist();
    }

    @Test
    void anUnknownSubjectIsSaid() {
        Outcome outcome = run("train", "subjects", "--map", "a=medtop:1", "-o", path("m"), path("news.jsonl"));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("--map: a=medtop:1");
    }

    @Test
    void aFileThatIsNoModelIsSaid() {
        Outcome outcome = run("enrich", "--subject-model", path("one.txt"), path("one.txt"));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("subject.model: ", "khabar train subjects");
    }

    private Outcome train(String model, String... options) {
        List<String> arguments = new ArrayList<>(Arrays.asList(options));
        arguments.addAll(List.of(MAP));
        return run(command(
                "train subjects -o " + path(model) + " " + path("news.jsonl"), arguments.toArray(String[]::new)));
    }

    private static String[] command(String line, String... options) {
        List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
        arguments.addAll(2, List.of(options));
        return arguments.toArray(String[]::new);
    }

    private Outcome run(String... arguments) {
        return new Terminal(Map.of(), folder).run(arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
