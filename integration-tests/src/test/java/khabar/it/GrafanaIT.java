package khabar.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard for Grafana asks for what a running instance has. */
@ExtendWith(SharedBroker.class)
final class GrafanaIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DASHBOARD = Path.of("..", "docker", "grafana", "dashboards", "khabar.json");
    private static final String SEEDS = System.getProperty("khabar.seeds", "seeds");
    private static final Pattern NAME = Pattern.compile("\\b(?:khabar|kafka|jvm|process)_\\w+");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void everyMetricThatTheDashboardAsksForIsExposed(Cluster cluster) throws Exception {
        Khabar khabar = Khabar.on(cluster, folder);
        Set<String> asked = namesInExpressions();
        assertThat(asked).hasSizeGreaterThan(15);
        try (Running run = khabar.start("run")) {
            URI page = URI.create(run.awaitErr("page on (http://\\S+)"));
            run.awaitErr("(running as)");
            assertThat(khabar.run("replay", SEEDS).exitCode()).isZero();

            await("every metric of the dashboard")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(exposed(page)).containsAll(asked));
        }
    }

    private static Set<String> namesInExpressions() throws IOException {
        JsonNode dashboard = JSON.readTree(DASHBOARD.toFile());
        Set<String> names = new TreeSet<>();
        for (JsonNode expression : dashboard.findValues("expr")) {
            Matcher found = NAME.matcher(expression.asText());
            while (found.find()) {
                names.add(found.group());
            }
        }
        return names;
    }

    private static Set<String> exposed(URI page) throws IOException, InterruptedException {
        String body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page.resolve("/metrics")).build(), BodyHandlers.ofString(UTF_8))
                .body();
        return body.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }
}
