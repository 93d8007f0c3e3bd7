package khabar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import khabar.cli.Terminal.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and rules of one's own, beside those that are shipped. */
final class TextOptionsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeAText() throws IOException {
        write("text.txt", "Zorbax Works met the Iranian envoy\n");
    }

    @Test
    void namesOfAFurtherGazetteerAreFound() throws IOException {
        write("own.gaz", "khabar:org:zorbax | org | | Zorbax Works\n");
        assertThat(ids(enrich("--gazetteer", path("own.gaz")))).contains("khabar:org:zorbax");
        assertThat(ids(enrich())).doesNotContain("khabar:org:zorbax");
    }

    @Test
    void aFolderStandsForItsGazetteersAndGzipIsReadAsItIs() throws IOException {
        Path names = Files.createDirectory(folder.resolve("names"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed")))) {
            out.write("khabar:org:zorbax | org | | Zorbax Works\n".getBytes(UTF_8));
        }
        Files.writeString(names.resolve("a.gaz"), "\ufeffkhabar:org:envoy | org | | envoy\n");
        Files.writeString(names.resolve("notes.txt"), "not for us");
        assertThat(ids(enrich("--gazetteer", names + "," + path("packed"))))
                .contains("khabar:org:zorbax", "khabar:org:envoy");
    }

    @Test
    void demonymsAreShownOrCountedOnDemand() throws IOException {
        assertThat(ids(enrich())).doesNotContain("Q794");
        JsonNode shown = enrich("--demonyms", "shown");
        assertThat(ids(shown)).contains("Q794");
        assertThat(shown.at("/entities").toString()).doesNotContain("Q794");
        assertThat(enrich("--demonyms", "counted").at("/entities").toString()).contains("Q794");
    }

    @Test
    void furtherRulesAreFollowed() throws IOException {
        write("own.rules", "[15000000]\n9 | Zorbax\n");
        assertThat(enrich("--subject-rules", path("own.rules")).at("/subjects").toString())
                .contains("medtop:15000000");
    }

    @Test
    void everyBadLineIsNamedAndNothingRuns() throws IOException {
        write("own.gaz", "a | planet | Mars\nkhabar:org:zorbax | org | | Zorbax Works\n\nb |\n");
        Outcome outcome = run("--gazetteer", path("own.gaz"));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("own.gaz:1: type: planet", "own.gaz:4: ");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Outcome outcome = run("--gazetteer", path("none.gaz"));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("gazetteer: ", "none.gaz", "expected: a readable file");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode enrich(String... options) throws IOException {
        Outcome outcome = run(options);
        assertThat(outcome.err()).isEmpty();
        return new ObjectMapper().readTree(outcome.out());
    }

    private Outcome run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("enrich"));
        arguments.addAll(Arrays.asList(options));
        arguments.add(path("text.txt"));
        return new Terminal(Map.of(), folder).run(arguments.toArray(String[]::new));
    }

    private static List<String> ids(JsonNode enriched) {
        return enriched.at("/mentions").findValuesAsText("entityId");
    }
}
