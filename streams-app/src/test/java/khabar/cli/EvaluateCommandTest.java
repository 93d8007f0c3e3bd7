package khabar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabar.cli.Terminal.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EvaluateCommandTest {
    private static final Path EXAMPLES = Path.of("src", "test", "resources", "evaluate");
    private static final String SPORT = "\u0648\u0631\u0632\u0634=medtop:15000000";
    private static final String WAR = "\u062C\u0646\u06AF=medtop:16000000";

    @TempDir
    private Path folder;

    @Test
    void mentionsAreCountedByTypeAndBySpanAlone() throws IOException {
        JsonNode report = report("mentions", EXAMPLES.resolve("mentions.jsonl").toString());
        assertThat(figures(report, 0, "person")).isEqualTo("1 1 1");
        assertThat(figures(report, 0, "place")).isEqualTo("4 5 4");
        assertThat(figures(report, 0, "organisation")).isEqualTo("1 0 0");
        assertThat(figures(report, 1, "any type")).isEqualTo("6 6 6");
        assertThat(report.at("/counts/of type DATE, left out").asLong()).isEqualTo(1);
        assertThat(report.at("/tables/0/classes/organisation/precision").isNull())
                .isTrue();
        assertThat(report.at("/confusions/0/expected").asText()).startsWith("ORGANISATION ");
        assertThat(report.at("/confusions/0/found").asText()).startsWith("PLACE ");
    }

    @Test
    void aTypeOfTheFileIsOneOfOursOrLeftOut() throws IOException {
        String file = EXAMPLES.resolve("mentions.jsonl").toString();
        JsonNode report = report("mentions", "--map", "ORG=place", "--map", "PER=none", file);
        assertThat(figures(report, 0, "place")).isEqualTo("5 5 5");
        assertThat(report.at("/counts/of type PER, left out").asLong()).isEqualTo(1);
    }

    @Test
    void subjectsAreComparedWithTheCategoriesThatAreMapped() throws IOException {
        String file = EXAMPLES.resolve("subjects.jsonl").toString();
        JsonNode report = report("subjects", "--map", SPORT, "--map", WAR, file);
        assertThat(report.at("/counts/articles").asLong()).isEqualTo(2);
        assertThat(figures(report, 0, "medtop:15000000 sport")).isEqualTo("1 1 1");
        assertThat(report.get("shares").iterator().next().asDouble()).isEqualTo(1);
    }

    @Test
    void halfSpacesAreTakenOutAndRestoredInBothWays() throws IOException {
        JsonNode report =
                report("halfspace", EXAMPLES.resolve("halfspace.jsonl").toString());
        assertThat(figures(report, 0, "deleted")).isEqualTo("4 4 4");
        assertThat(figures(report, 0, "replaced by a space")).isEqualTo("4 4 4");
        assertThat(report.at("/counts/articles in other languages, left out").asLong())
                .isEqualTo(1);
    }

    @Test
    void copiesAreRecognisedAndArticlesThatRepeatAnEarlierOneAreShown() throws IOException {
        String file = EXAMPLES.resolve("duplicates.jsonl").toString();
        JsonNode report = report("duplicates", file);
        assertThat(figures(report, 0, "unchanged")).isEqualTo("3 3 3");
        assertThat(report.at("/counts/articles that repeat an earlier one of the file, as they are")
                        .asLong())
                .isEqualTo(1);
        assertThat(report.at("/confusions/0/expected").asText()).startsWith("Talks resume");
        assertThat(report.at("/confusions/0/found").asText()).startsWith("Old rivals");

        JsonNode strict = report("duplicates", "--duplicates-similarity", "0.99", file);
        assertThat(strict.at("/confusions").isEmpty()).isTrue();
    }

    @Test
    void pairsAreComparedChangeByChange() throws IOException {
        JsonNode report =
                report("normalize", EXAMPLES.resolve("normalize.jsonl").toString());
        assertThat(report.at("/counts/right to the character").asLong()).isEqualTo(3);
        assertThat(figures(report, 0, "kashida")).isEqualTo("1 1 1");
        assertThat(report.at("/tables/0/all/f1").asDouble()).isEqualTo(1);
    }

    @Test
    void peopleSeeATable() {
        Outcome outcome = run("mentions", EXAMPLES.resolve("mentions.jsonl").toString());
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .contains("expected     found     right  precision  recall     F1  exact span and type\n")
                .contains("       4         5         4  0.8000     1.0000  0.8889  place\n")
                .contains("       1         0         0       -     0.0000  0.0000  organisation\n");
    }

    @Test
    void aRowThatCannotBeUsedIsNamedWithItsLineAndTheRestGoesOn() throws IOException {
        Path file = folder.resolve("rows.jsonl");
        Files.writeString(file, """
                {"text": "London", "entities": [{"start": 0, "end": 9, "type": "LOC"}]}
                {"text": "London", "entities": [{"start": 0, "end": 6, "type": "LOC", "text": "Paris"}]}
                {broken
                {"tokens": ["London"], "tags": []}
                {"body": "London"}
                {"text": "London", "entities": [{"start": 0, "end": 6, "type": "LOC"}]}
                """, UTF_8);
        Outcome outcome = run("mentions", "--json", file.toString());
        assertThat(outcome.exit()).isEqualTo(Main.FAILED);
        List<String> said = outcome.err().lines().toList();
        assertThat(said).hasSize(6).last().isEqualTo("5 rows not used");
        assertThat(said.get(0)).startsWith(file + ":1: entities: {").contains("(expected: start < end within the text");
        assertThat(said.get(4))
                .isEqualTo(file + ":5: entities: none (expected: text and entities, or tokens and tags)");
        assertThat(new ObjectMapper()
                        .readTree(outcome.out())
                        .at("/counts/texts")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void offsetsInCodePointsFitWhereTheirTextSaysSo() throws IOException {
        Path file = folder.resolve("emoji.jsonl");
        String row = "{\"text\": \"\uD83D\uDE00 London\", \"entities\": "
                + "[{\"start\": 2, \"end\": 8, \"type\": \"LOC\", \"text\": \"London\"}]}\n";
        Files.writeString(file, row, UTF_8);
        assertThat(figures(report("mentions", file.toString()), 0, "place")).isEqualTo("1 1 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mentions",
                "mentions --map X=nothing FILE",
                "subjects FILE",
                "subjects --map a=15000000 FILE",
                "subjects --map a=medtop:99999999 FILE",
                "normalize --profile other FILE",
                "halfspace --limit -1 FILE",
                "halfspace nowhere.jsonl"
            })
    void whatIsAskedInAWrongWayExitsWithTwo(String line) {
        String file = EXAMPLES.resolve("mentions.jsonl").toString();
        Outcome outcome = run(line.replace("FILE", file).split(" "));
        assertThat(outcome.exit()).isEqualTo(Main.ASKED_WRONGLY);
        assertThat(outcome.err()).isNotEmpty().doesNotContain("\tat ");
    }

    @Test
    void theExamplesOfThePageAreTheOnesThatAreMeasuredHere() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "evaluating.md"), UTF_8);
        try (var files = Files.list(EXAMPLES)) {
            for (Path file : files.toList()) {
                assertThat(Files.readAllLines(file, UTF_8))
                        .as(file.toString())
                        .allSatisfy(line -> assertThat(page).contains(line + "\n"));
            }
        }
    }

    private JsonNode report(String... args) throws IOException {
        List<String> line = new ArrayList<>(List.of(args));
        line.add("--json");
        Outcome outcome = run(line.toArray(String[]::new));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return new ObjectMapper().readTree(outcome.out());
    }

    private Outcome run(String... args) {
        List<String> line = new ArrayList<>(List.of("evaluate"));
        line.addAll(List.of(args));
        return new Terminal(Map.of(), folder).run(line.toArray(String[]::new));
    }

    /** Expected, found and right. */
    private static String figures(JsonNode report, int table, String name) {
        JsonNode row = report.get("tables").get(table).get("classes").get(name);
        return row.get("expected") + " " + row.get("found") + " " + row.get("right");
    }
}
