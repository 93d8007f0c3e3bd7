package khabar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import khabar.cli.Terminal.Outcome;
import khabar.cli.flags.Surroundings;
import khabar.cli.output.ResultStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class MainTest {
    @TempDir
    private Path folder;

    @Test
    void flagEnvironmentFileAndDefaultEachSayWhereAValueCameFrom() throws IOException {
        Files.writeString(folder.resolve("khabar.properties"), "idle.close=3s\ntop.entities=7\n", UTF_8);
        Terminal terminal = new Terminal(Map.of("KHABAR_IDLE_CLOSE", "2s", "KHABAR_FUTURE_SKEW", "1m"), folder);
        Outcome outcome = terminal.run("config", "--json", "--future-skew", "9m", "--set", "window.lateness=5m");
        assertThat(outcome.exit()).isZero();
        assertThat(valueAndOrigin(outcome, "future.skew")).isEqualTo("9m flag");
        assertThat(valueAndOrigin(outcome, "window.lateness")).isEqualTo("5m flag");
        assertThat(valueAndOrigin(outcome, "idle.close")).isEqualTo("2s environment");
        assertThat(valueAndOrigin(outcome, "top.entities")).isEqualTo("7 file");
        assertThat(valueAndOrigin(outcome, "correction.horizon")).isEqualTo("30d default");
    }

    @Test
    void anUnknownNameInTheFileIsAnErrorThatNamesTheNearest() throws IOException {
        Files.writeString(folder.resolve("khabar.properties"), "idle.closes=3s\n", UTF_8);
        Outcome outcome = here().run("config");
        assertThat(outcome.exit()).isEqualTo(Main.ASKED_WRONGLY);
        assertThat(outcome.err())
                .startsWith("khabar.properties: idle.closes (expected: a known option; the nearest is idle.close,");
    }

    @Test
    void anUnknownVariableIsSaidWithTheNearestAndIgnored() {
        Map<String, String> environment = Map.of(
                "KHABAR_IDEL_CLOSE", "2s",
                "KHABAR_IDLE_CLOSE", "3s",
                "KHABAR_JAVA_OPTS", "-Xmx1g",
                "KHABAR_KAFKA_SECURITY_PROTOCOL", "SSL",
                "KHABAR_SERVICE_HOST", "10.0.0.1",
                "KHABAR_PORT_8080_TCP_ADDR", "10.0.0.1");
        Outcome outcome = new Terminal(environment, folder).run("config", "--json");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err())
                .isEqualTo("KHABAR_IDEL_CLOSE: unknown (expected: a known variable; the nearest is KHABAR_IDLE_CLOSE,"
                        + " see khabar config)" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "demo"})
    void aPortThatIsTakenIsSaidBeforeAnythingStarts(String command) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Path seeds = Files.createDirectory(folder.resolve("seeds"));
            Files.writeString(seeds.resolve("one.jsonl"), "{}");
            Outcome outcome = here().run(command, "--port", Integer.toString(taken.getLocalPort()));
            assertThat(outcome.exit()).isEqualTo(Main.ASKED_WRONGLY);
            assertThat(outcome.err())
                    .startsWith("port: " + taken.getLocalPort() + " (expected: a port of 127.0.0.1 that nobody else");
        }
    }

    @Test
    void aRuleFileThatCannotBeUsedSaysWhereAndOnceWhatIsExpected() throws IOException {
        Files.writeString(folder.resolve("rules.jsonl"), "\n{\"kind\":\"alert\"}\n", UTF_8);
        Outcome outcome = here().run("rules", "import", "rules.jsonl");
        assertThat(outcome.exit()).isEqualTo(Main.ASKED_WRONGLY);
        assertThat(outcome.err()).isEqualTo("rules.jsonl:2: ruleId: none (expected: a text)" + System.lineSeparator());
    }

    @Test
    void aFileThatIsNamedMustBeThere() {
        Outcome outcome = here().run("config", "--config", "nowhere.properties");
        assertThat(outcome.exit()).isEqualTo(Main.ASKED_WRONGLY);
        assertThat(outcome.err()).startsWith("--config: nowhere.properties (expected: a readable properties file");
    }

    @Test
    void optionsForKafkaPassOnFromEverywhereAndSecretsAreNotShown() throws IOException {
        Files.writeString(folder.resolve("own.properties"), "kafka.client.id=file\nkafka.sasl.jaas.config=x\n", UTF_8);
        Terminal terminal = new Terminal(Map.of("KHABAR_KAFKA_SECURITY_PROTOCOL", "SSL"), folder);
        Outcome outcome = terminal.run("config", "--config", "own.properties", "--set", "kafka.client.id=flag");
        assertThat(outcome.out())
                .contains("  client.id = flag\n", "  security.protocol = SSL\n", "  sasl.jaas.config = [hidden]\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--idle-close=soon", "--topic-partitions=0", "--group-protocol=other", "--topics-create=si"})
    void aWrongValueIsShownAndNamed(String flag) {
        Outcome outcome = here().run("config", flag);
        assertThat(outcome.exit()).isEqualTo(Main.ASKED_WRONGLY);
        assertThat(outcome.err()).contains(flag.substring(flag.indexOf('=') + 1) + " (expected: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "run --nonsense", "config --set", "consume news.nothing", "topics"})
    void whatCannotBeUnderstoodExitsWithTwoAndShowsNoStackTrace(String line) {
        Outcome outcome = here().run(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(outcome.exit()).isEqualTo(Main.ASKED_WRONGLY);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isNotEmpty().doesNotContain("\tat ");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNamedWithoutAStackTrace() {
        Outcome outcome = here().run(
                        "topics",
                        "list",
                        "--bootstrap-servers",
                        "localhost:1",
                        "--set",
                        "kafka.default.api.timeout.ms=700",
                        "--set",
                        "kafka.request.timeout.ms=500");
        assertThat(outcome.exit()).isEqualTo(Main.FAILED);
        assertThat(outcome.err())
                .startsWith("bootstrap.servers: localhost:1 (expected: a Kafka broker that answers;")
                .doesNotContain("\tat ");
    }

    @Test
    void aFileOfAWindowsEditorIsRead() throws IOException {
        Files.writeString(folder.resolve("khabar.properties"), "\ufeffidle.close=3s\r\n", UTF_8);
        assertThat(valueAndOrigin(here().run("config", "--json"), "idle.close")).isEqualTo("3s file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nonsense                    | COMMAND: nonsense (expected: one of demo, broker,
            topics nonsense             | COMMAND: nonsense (expected: one of create, list, describe)
            topics list nonsense        | argument: nonsense (expected: no further one)
            run --nonsense              | --nonsense: unknown (expected: an option of khabar run)
            enrich --max many           | --max: many (expected: a whole number)
            enrich --map title          | --map: title (expected: FIELD=NAME)
            config --set idle           | --set: idle (expected: NAME=VALUE)
            topics list --bootstrap-servers foo | bootstrap.servers: foo (expected: host:port, several
            watch --bootstrap-servers foo:bar   | bootstrap.servers: foo:bar (expected: host:port, several
            audit --bootstrap-servers a:1,,b:2  | bootstrap.servers: a:1,,b:2 (expected: host:port, several
            run --bootstrap-servers a:0         | bootstrap.servers: a:0 (expected: host:port, several
            run --bootstrap-servers=            | bootstrap.servers:  (expected: host:port, several
            redrive                     | --from: none (expected: TOPIC)
            replay                      | PATH: none (expected: PATH)
            config --set                | --set: none (expected: NAME=VALUE)
            config --json --json        | --json: given twice (expected: once)
            config --json=maybe         | --json: maybe (expected: no value)
            audit --wait long           | --wait: long (expected: a duration such as
            audit --show -1             | --show: -1 (expected: 0 or more)
            broker --port many          | --port: many (expected: a whole number)
            config --json --markdown    | --markdown: with --json (expected: one of --json and --markdown, not both)
            broker --port 70000         | --port: 70000 (expected: 1 to 65535, or 0 for any free one)
            broker --throw-away --data x | --data: x (expected: one of --data and --throw-away, not both)
            rules put x y               | --kind: none (expected: gazetteer, subject or alert,
            reprocess --since 2d --until 3d | --until: 3d (expected: later than --since 2d)
            reprocess --since 2d --sample -1 | --sample: -1 (expected: 0 or more)
            """)
    void whatIsWrongIsSaidAsNameValueAndWhatIsExpected(String line, String message) {
        Outcome outcome = here().run(line.split(" "));
        assertThat(outcome.err()).startsWith(message);
        assertThat(outcome.exit()).isEqualTo(Main.ASKED_WRONGLY);
    }

    @Test
    void aBrokerThatCannotStartSaysWhyWithoutNamesOfClasses() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Outcome outcome = here().run("broker", "--port", "0", "--data", file.toString());
        assertThat(outcome.exit()).isEqualTo(Main.FAILED);
        assertThat(outcome.err()).startsWith("dataDirectory: " + file);
    }

    @Test
    void resultsThatCouldNotBeWrittenAreAFailure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int unit) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings =
                new Surroundings(Map.of(), folder, ResultStream.to(full), new PrintStream(err, true, UTF_8), false);
        assertThat(Main.run(surroundings, "topology")).isEqualTo(Main.FAILED);
        assertThat(err.toString(UTF_8))
                .isEqualToIgnoringNewLines("standard output: No space left on device (expected: room for all results)");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItself(String command) {
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.add("--help");
        Outcome outcome = here().run(args.toArray(String[]::new));
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("Usage: khabar " + command).doesNotContain("\u001B");
    }

    @Test
    void everyListOfCommandsSaysEachInAWholeSentence() {
        everyCommand(commandLine(), command -> {
            String[] described = command.getCommandSpec().usageMessage().description();
            assertThat(described[0])
                    .as(command.getCommandSpec().qualifiedName())
                    .endsWith(".");
            assertThat(described[0].length()).isLessThan(200);
        });
    }

    @Test
    void everyExampleStandsOnALineOfItsOwn() {
        everyCommand(
                commandLine(),
                command -> assertThat(command.getCommandSpec().usageMessage().footer())
                        .filteredOn(line -> line.startsWith("  "))
                        .allSatisfy(line -> assertThat(line.length()).isLessThan(100)));
    }

    @Test
    void theTopologyIsDrawnWithoutABroker() {
        assertThat(here().run("topology").out()).startsWith("Topologies:");
        assertThat(here().run("topology", "--mermaid").out())
                .startsWith("flowchart TD\n")
                .contains("news.enriched");
    }

    @Test
    void theVersionNamesKafkaAndJava() {
        assertThat(here().run("--version").out()).startsWith("khabar ").contains("Kafka ", "Java ");
    }

    static List<String> commands() {
        List<String> names = new ArrayList<>();
        collect(commandLine(), "", names);
        return names;
    }

    private static CommandLine commandLine() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, UTF_8);
        return Main.commandLine(new Surroundings(Map.of(), Path.of(""), nowhere, System.err, false));
    }

    private static void everyCommand(CommandLine parent, Consumer<CommandLine> check) {
        parent.getSubcommands().values().forEach(command -> {
            check.accept(command);
            everyCommand(command, check);
        });
    }

    private static void collect(CommandLine parent, String prefix, List<String> names) {
        parent.getSubcommands().forEach((name, command) -> {
            names.add(prefix + name);
            collect(command, prefix + name + " ", names);
        });
    }

    private Terminal here() {
        return new Terminal(Map.of(), folder);
    }

    private static String valueAndOrigin(Outcome outcome, String option) throws IOException {
        for (JsonNode row : new ObjectMapper().readTree(outcome.out())) {
            if (row.get("name").asText().equals(option)) {
                return row.get("value").asText() + " " + row.get("origin").asText();
            }
        }
        return "missing";
    }
}
