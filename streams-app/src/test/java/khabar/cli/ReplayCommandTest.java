package khabar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import khabar.SharedBroker;
import khabar.SharedBroker.Cluster;
import khabar.cli.flags.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String corpus = "";

    @BeforeEach
    void writeCorpus() throws Exception {
        corpus = Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"a\",\"title\":\"خبر\"}\n{broken\n")
                .toString();
    }

    @Test
    void aDryRunSaysWhatWouldBeSentWithoutKafka() {
        assertThat(run("replay", "--dry-run", corpus)).isZero();

        assertThat(out.toString(UTF_8))
                .contains("2020-01-01T00:00:00Z", "خبر", "rejected BROKEN_RECORD", "a.jsonl:2")
                .contains("2 read = 1 accepted + 1 rejected");
    }

    @Test
    void aDryRunInJsonEndsWithTheSummary() throws Exception {
        assertThat(run("replay", "--dry-run", "--json", corpus)).isZero();
        String[] lines = out.toString(UTF_8).split("\n", -1);
        JsonMapper json = new JsonMapper();
        JsonNode summary = json.readTree(lines[2]);

        assertThat(json.readTree(lines[0]).path("kind").asText()).isEqualTo("article");
        assertThat(json.readTree(lines[1]).path("reason").asText()).isEqualTo("BROKEN_RECORD");
        assertThat(summary.path("read").asInt()).isEqualTo(2);
        assertThat(summary.path("accepted").asInt() + summary.path("rejected").asInt())
                .isEqualTo(2);
        assertThat(summary.path("finished").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --rate=fast            | rate: fast (expected: articles a second
            --speed=0x             | speed: 0x (expected: times as fast
            --loop=never           | loop: never (expected: a number of rounds, or forever)
            --max=0                | max: 0 (expected: 1 or more)
            --start=today          | start: today (expected: a time
            --interval=0s          | interval: 0s (expected: a duration
            --map=colour=x         | map: colour=x (expected: field=name
            --name=a/b             | name: a/b (expected: at most
            --record-max-bytes=x   | record.max.bytes: x (expected: a whole number
            --archive-max-ratio=1  | archive.max.ratio: 1 (expected: a whole number
            """)
    void anOptionThatCannotBeUsedIsSaid(String option, String message) {
        assertThat(run("replay", "--dry-run", option, corpus)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains(message);
    }

    @Test
    void standardInputIsReadOnceOnly() {
        assertThat(run("replay", "--dry-run", "-", "-")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("path: - (expected: once");
    }

    @Test
    void aTableWithoutAnEndIsRefused() {
        assertThat(run("replay", "--dry-run", "--loop", "forever", corpus)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("loop: forever (expected: an end");
        assertThat(run("replay", "--dry-run", "--loop", "forever", "--max", "3", corpus))
                .isZero();
    }

    @Test
    @Timeout(60)
    void whoReadsNoFurtherEndsAReplayWithoutAnEnd() {
        PrintStream closed = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int unit) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                true,
                UTF_8);
        Surroundings surroundings =
                new Surroundings(Map.of(), folder, closed, new PrintStream(err, true, UTF_8), false);
        assertThat(Main.run(surroundings, "replay", "--dry-run", "--json", "--loop", "forever", corpus))
                .isZero();
    }

    @Test
    @ExtendWith(SharedBroker.class)
    void howToGoOnNamesTheSameOptionsAsAShellTakesThem(Cluster cluster) throws IOException {
        String spaced =
                Files.copy(Path.of(corpus), folder.resolve("two words.jsonl")).toString();
        String broker = "--bootstrap-servers=" + cluster.bootstrapServers();
        int exit = run(
                "replay",
                "--map",
                "headline=title",
                "--name=mine",
                broker,
                "--schema-registry-url=http://localhost:1",
                spaced);
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains("khabar replay --resume --name mine --map headline=title " + broker + " ")
                .contains(" '" + spaced + "'");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsSaidAsByAllCommands() {
        assertThat(run("replay", "--bootstrap-servers=localhost:1", "--set=kafka.default.api.timeout.ms=700", corpus))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .startsWith("bootstrap.servers: localhost:1 (expected: a Kafka broker that answers;")
                .doesNotContain("--resume");
    }

    @Test
    void aPathThatDoesNotExistIsSaid() {
        assertThat(run("replay", "--dry-run", folder + "/none")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("none (expected: an existing file");
    }

    @Test
    void helpTeachesByExamples() {
        assertThat(run("replay", "--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("khabar replay --resume", "--bootstrap-servers", "130");
    }

    private int run(String... arguments) {
        return Main.run(
                new Surroundings(
                        Map.of(), folder, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false),
                arguments);
    }
}
