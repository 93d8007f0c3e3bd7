package khabar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import khabar.cli.Terminal.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Logging belongs to a process, so each of these starts one. */
final class LoggingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_BROKER = "nonsense:9092";

    @TempDir
    private Path folder;

    private record Ended(int exit, List<String> err) {}

    @Test
    void everyLineIsOneJsonObjectAlsoWithAnExceptionInIt() throws Exception {
        Ended ended = run(Map.of("KHABAR_LOG_FORMAT", "json"));

        assertThat(ended.exit()).isEqualTo(Main.FAILED);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : ended.err()) {
            lines.add(object(line));
        }
        assertThat(lines).isNotEmpty();
        JsonNode last = lines.get(lines.size() - 1);
        assertThat(last.path("level").asText()).isEqualTo("ERROR");
        assertThat(last.path("formattedMessage").asText()).startsWith("bootstrap.servers: nonsense:9092 (expected: ");
        assertThat(last.path("timestamp").asLong()).isPositive();
        assertThat(last.path("throwable").path("className").asText()).endsWith("UnreachableException");
        assertThat(last.path("throwable").path("stepArray").size()).isGreaterThan(3);
    }

    @Test
    void withoutAskingPeopleGetText() throws Exception {
        Ended ended = run(Map.of());

        assertThat(ended.err()).last().asString().contains("bootstrap.servers: nonsense:9092");
        assertThat(ended.err()).noneMatch(line -> line.startsWith("{"));
    }

    @Test
    void anUnknownFormIsRefusedAndNothingChanges() {
        Outcome outcome = new Terminal(Map.of("KHABAR_LOG_FORMAT", "xml"), folder).run("topics", "list");

        assertThat(outcome.exit()).isEqualTo(Main.ASKED_WRONGLY);
        assertThat(outcome.err()).contains("log.format: xml (expected: text or json)");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger("ROOT")
                .iteratorForAppenders()
                .forEachRemaining(appender -> assertThat(appender).isNotInstanceOf(JsonEncoder.class));
    }

    private Ended run(Map<String, String> environment) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path configuration = Path.of("src", "main", "resources", "logback.xml").toAbsolutePath();
        ProcessBuilder process = new ProcessBuilder(
                        java.toString(),
                        "-Dlogback.configurationFile=" + configuration,
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "khabar.cli.Main",
                        "watch",
                        "--once",
                        "--bootstrap-servers",
                        NO_BROKER)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile());
        process.environment().putAll(environment);
        Process started = process.start();
        boolean over = started.waitFor(2, TimeUnit.MINUTES);
        started.destroyForcibly();
        assertThat(over).isTrue();
        return new Ended(started.exitValue(), Files.readAllLines(folder.resolve("err"), UTF_8));
    }

    private static JsonNode object(String line) throws JsonProcessingException {
        JsonNode node = JSON.readTree(line);
        assertThat(node.isObject()).as(line).isTrue();
        return node;
    }
}
