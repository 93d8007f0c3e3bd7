package khabar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import khabar.cli.Terminal.Outcome;
import khabar.cli.enrich.Filter;
import khabar.cli.enrich.FilterOptions;
import khabar.cli.enrich.Part;
import khabar.cli.enrich.TextShape;
import khabar.feed.unpack.ReadLimits;
import khabar.language.TextCore;
import khabar.language.normalize.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class EnrichCommandTest {
    private static final ReadLimits LIMITS = new ReadLimits(1 << 20, 100, 200, 1L << 30);
    /** Syria with an Arabic Yeh, as old keyboards write it. */
    private static final String SYRIA = "\u0633\u0648\u0631\u064A\u0647";

    private static final String SYRIA_DISPLAYED = "\u0633\u0648\u0631\u06CC\u0647";

    @TempDir
    private Path folder;

    @Test
    void everyLineOfPlainTextIsADocument() throws IOException {
        Path file = write("lines.txt", SYRIA + "\r\n\n  \n" + "London calling\n");
        List<JsonNode> rows = rows(run(file.toString()));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("uri").asText()).isEqualTo(file + "#1");
        assertThat(rows.get(0).get("body").asText()).isEqualTo(SYRIA);
        assertThat(rows.get(0).get("displayBody").asText()).isEqualTo(SYRIA_DISPLAYED);
        assertThat(rows.get(0).at("/mentions/0/entityId").asText()).isEqualTo("Q858");
        assertThat(rows.get(0).at("/mentions/0/surfaceForm").asText()).isEqualTo(SYRIA);
        assertThat(rows.get(0).at("/mentions/0/span/end").asInt()).isEqualTo(SYRIA.length());
        assertThat(rows.get(1).get("uri").asText()).isEqualTo(file + "#4");
        assertThat(rows.get(1).get("language").asText()).isEqualTo("en");
    }

    @Test
    void sentencesAndTokensCanBeHadWithTheirPlaces() throws IOException {
        Path file = write("lines.txt", "Prices rose 3.5%. They fell.\n");
        JsonNode row = rows(run("--what", "sentences,tokens", file.toString())).get(0);
        assertThat(row.at("/sentences/0/text").asText()).isEqualTo("Prices rose 3.5%.");
        assertThat(row.at("/sentences/1/span/start").asInt()).isEqualTo(18);
        assertThat(row.at("/tokens/2/form").asText()).isEqualTo("3.5");
        assertThat(row.at("/tokens/2/kind").asText()).isEqualTo("number");
        assertThat(row.at("/tokens/2/span/field").asText()).isEqualTo("BODY");
        assertThat(fields(run(file.toString()))).doesNotContain("sentences", "tokens");
    }

    @Test
    void persianIsWrittenAsItself() throws IOException {
        Outcome outcome = run(write("lines.txt", SYRIA + "\n").toString());
        assertThat(outcome.out()).contains("\"body\":\"" + SYRIA + "\"").doesNotContain("\\u");
    }

    @Test
    void aFileCanBeOneDocument() throws IOException {
        Path file = write("page.txt", "one\n\ntwo\n");
        List<JsonNode> rows = rows(run("--whole-file", file.toString()));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("body").asText()).isEqualTo("one\n\ntwo\n");
    }

    @Test
    void aSeedFileKeepsItsHeadline() throws IOException {
        Path file = write("seed.txt", "\n## Headline\n\nLead\n\nBody\n");
        assertThat(rows(run(file.toString())).get(0).get("headline").asText()).isEqualTo("Headline");
    }

    @Test
    void fieldsOfJsonLinesAreKnownOrMappedAndTheRestOfABrokenFileGoesOn() throws IOException {
        Path file = write("news.jsonl", """
                {"id": "a", "title": "London", "text": "Paris"}
                {"id": "b", "title": "Lon
                {"id": "c"}
                {"id": "d", "titre": "Paris"}
                """);
        Outcome outcome = run(file.toString());
        assertThat(outcome.exit()).isEqualTo(Main.FAILED);
        assertThat(outcome.out().lines()).hasSize(1);
        assertThat(outcome.out()).contains("\"uri\":\"a\"", "\"headline\":\"London\"", "\"body\":\"Paris\"");
        assertThat(outcome.err().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith(file + ":2: BROKEN_RECORD record: "))
                .anyMatch(line -> line.startsWith(file + ":3: MISSING_TEXT "))
                .anyMatch(line -> line.startsWith(file + ":4: MISSING_TEXT "))
                .last()
                .isEqualTo("1 document enriched, 3 records not used");
        assertThat(run("--map", "title=titre", file.toString()).out()).contains("\"uri\":\"d\"");
    }

    @Test
    void gzipIsReadAsItIs() throws IOException {
        Path file = folder.resolve("lines.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("London\nParis\n".getBytes(UTF_8));
        }
        assertThat(rows(run("--what", "language", file.toString()))).hasSize(2);
    }

    @Test
    void onlyWhatWasAskedForIsWritten() throws IOException {
        Path file = write("lines.txt", SYRIA + "\n");
        assertThat(fields(run("--what", "normalize", "--profile", "search-key", file.toString())))
                .containsExactly("uri", "body", "displayBody");
        assertThat(fields(run("--what", "language", file.toString())))
                .containsExactly("uri", "language", "languageConfidence", "script", "body");
        assertThat(fields(run("--what", "subjects,mentions", file.toString())))
                .containsExactly("uri", "body", "subjects", "entities", "mentions", "ruleSetVersion");
    }

    @Test
    void prettyIsTheSameOnSeveralLines() throws IOException {
        String file = write("lines.txt", SYRIA + "\n").toString();
        ObjectMapper json = new ObjectMapper();
        Outcome pretty = run("--pretty", file);
        assertThat(pretty.out().lines()).hasSizeGreaterThan(10);
        assertThat(json.readTree(pretty.out()))
                .isEqualTo(json.readTree(run(file).out()));
    }

    @Test
    void unknownPartsAndProfilesAreNamed() {
        assertThat(run("--what", "all", "x").err()).startsWith("--what: all (expected: normalize, ");
        assertThat(run("--profile", "all", "x").err()).startsWith("--profile: all (expected: one of display, ");
        assertThat(run("nowhere.txt").exit()).isEqualTo(Main.ASKED_WRONGLY);
    }

    @Test
    void whoNoLongerListensEndsItQuietly() throws IOException {
        String many = "London\n".repeat(200_000);
        ByteArrayInputStream input = new ByteArrayInputStream(many.getBytes(UTF_8));
        PrintStream closed = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int unit) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                false,
                UTF_8);
        List<String> complaints = new ArrayList<>();
        Filter filter = new Filter(options(), TextCore::shipped, closed, complaints::add);
        filter.run(List.of("-"), input, LIMITS);
        assertThat(complaints).isEmpty();
        assertThat(filter.enriched()).isLessThan(10_000);
    }

    @Test
    @Timeout(60)
    void whoWritesLineByLineGetsTheAnswerBeforeTheNextLine() throws Exception {
        PipedOutputStream question = new PipedOutputStream();
        PipedInputStream answer = new PipedInputStream(1 << 16);
        PipedInputStream input = new PipedInputStream(question);
        PrintStream output = new PrintStream(new PipedOutputStream(answer), false, UTF_8);
        Thread filtering = new Thread(() -> {
            try {
                new Filter(options(), TextCore::shipped, output, complaint -> {}).run(List.of("-"), input, LIMITS);
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
        filtering.start();
        for (String line : List.of("London\n", "Paris\n")) {
            question.write(line.getBytes(UTF_8));
            question.flush();
            assertThat(lineOf(answer)).contains("\"body\":\"" + line.strip() + "\"");
        }
        question.close();
        filtering.join();
    }

    private static String lineOf(PipedInputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int unit = input.read(); unit != '\n' && unit >= 0; unit = input.read()) {
            line.write(unit);
        }
        return line.toString(UTF_8);
    }

    private static FilterOptions options() {
        return new FilterOptions(
                EnumSet.of(Part.NORMALIZE), Profile.DISPLAY, TextShape.DETECTED, Map.of(), Long.MAX_VALUE, false);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, UTF_8);
    }

    private Outcome run(String... args) {
        List<String> line = new ArrayList<>(List.of("enrich"));
        line.addAll(List.of(args));
        return new Terminal(Map.of(), folder).run(line.toArray(String[]::new));
    }

    private static List<String> fields(Outcome outcome) throws IOException {
        List<String> names = new ArrayList<>();
        rows(outcome).get(0).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<JsonNode> rows(Outcome outcome) throws IOException {
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        List<JsonNode> rows = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : outcome.out().lines().toList()) {
            rows.add(json.readTree(line));
        }
        return rows;
    }
}
