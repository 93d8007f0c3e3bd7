package khabar.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
final class AnyInstanceAnswersIT {
    private static final long SEED = 20_261_125;
    private static final int ARTICLES = 400;
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void everyInstanceAnswersEveryRouteAlikeAndGoesOnWhenTheOtherIsKilled(Cluster cluster) throws Exception {
        Khabar khabar = Khabar.on(cluster, folder);
        assertThat(khabar.run("topics", "create").exitCode()).isZero();
        try (Running first = instance(khabar, "one");
                Running second = instance(khabar, "two")) {
            URI one = page(first);
            URI two = page(second);
            cluster.awaitWorkers(Khabar.GROUP, 2);
            String corpus = Corpus.of(SEED, ARTICLES).writeTo(folder).toString();
            assertThat(khabar.run("replay", corpus).exitCode()).isZero();
            Outcome.auditAgrees(khabar);

            await("both have read the same")
                    .atMost(SOON)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(answers(one)).isEqualTo(answers(two)));
            Map<String, JsonNode> before = answers(two);
            assertThat(before).hasSizeGreaterThan(15);
            assertThat(counted(before)).isEqualTo(published(khabar));
            awaitAllWork(two, 2);

            first.kill();
            int asked = 0;
            while (!hasAllWork(two)) {
                assertThat(answers(two)).isEqualTo(before);
                asked++;
            }
            assertThat(asked).as("rounds of answers while the work moved").isGreaterThan(3);
            assertThat(answers(two)).isEqualTo(before);
        }
    }

    private Running instance(Khabar khabar, String name) {
        return khabar.start("run", "--state-dir", folder.resolve(name).toString());
    }

    private static URI page(Running instance) {
        URI page = URI.create(instance.awaitErr("^page on (\\S+)"));
        instance.awaitErr("^running as (\\S+)");
        return page;
    }

    /** The answers to all routes but the one that speaks of the instance itself; each must be one. */
    private static Map<String, JsonNode> answers(URI instance) throws IOException, InterruptedException {
        List<String> asked = new ArrayList<>(List.of(
                "/api/windows?window=P1D",
                "/api/windows?window=PT1H",
                "/api/windows?window=PT1M&limit=1000",
                "/api/entities?window=P1D&limit=1000",
                "/api/entities?window=PT1H",
                "/api/entities?type=person&count=unique",
                "/api/subjects",
                "/api/pairs?limit=100",
                "/api/trends?window=PT1H",
                "/api/alerts",
                "/api/articles?limit=1000",
                "/api/articles?language=fa&limit=5",
                "/api/rejected?limit=1000",
                "/api/dead-letters",
                "/api/openapi.json"));
        Map<String, JsonNode> answers = new TreeMap<>();
        String entity = first(instance, "/api/entities", "/entities/0/id");
        String subject = first(instance, "/api/subjects", "/subjects/0/code");
        asked.addAll(List.of(
                "/api/entities/" + entity,
                "/api/entities/" + entity + "/timeline?window=PT1M",
                "/api/entities?subject=" + subject,
                "/api/subjects/" + subject + "/timeline?window=PT1H",
                "/api/articles?entity=" + entity + "&subject=" + subject,
                "/api/articles/" + first(instance, "/api/articles", "/articles/0/uri")));
        for (String path : asked) {
            answers.put(path, answer(instance, path));
        }
        return answers;
    }

    private static String first(URI instance, String path, String pointer) throws IOException, InterruptedException {
        return URLEncoder.encode(answer(instance, path).at(pointer).asText(), UTF_8)
                .replace("+", "%20");
    }

    private static JsonNode answer(URI instance, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(instance.resolve(path)).build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString(UTF_8));
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return Outcome.parse(response.body());
    }

    /** Articles by entity in the newest day, as the API has them. */
    private static Map<String, Long> counted(Map<String, JsonNode> answers) {
        JsonNode day = Objects.requireNonNull(answers.get("/api/entities?window=P1D&limit=1000"));
        Map<String, Long> counted = new HashMap<>();
        String start = day.at("/window/start").asText();
        day.get("entities")
                .forEach(row -> counted.put(
                        start + " " + row.get("id").asText(),
                        row.get("articles").asLong()));
        return counted;
    }

    /** The same from the topic: the newest pane of each key, in the newest day that has any. */
    private static Map<String, Long> published(Khabar khabar) {
        Map<String, JsonNode> newest = new TreeMap<>();
        for (JsonNode record : Outcome.consume(khabar, "news.entity-counts")) {
            if (record.path("key").asText().contains("/P1D/")) {
                newest.put(record.path("key").asText(), record.path("value"));
            }
        }
        newest.values().removeIf(value -> value.path("articles").asLong() == 0);
        String day = newest.keySet().stream().reduce((a, b) -> b).orElseThrow().split("/", 2)[0];
        Map<String, Long> published = new HashMap<>();
        newest.forEach((key, value) -> {
            if (key.startsWith(day)) {
                published.put(
                        day + " " + value.path("entityId").asText(),
                        value.path("articles").asLong());
            }
        });
        return published;
    }

    private static void awaitAllWork(URI instance, int instances) {
        await("all work is divided").atMost(SOON).ignoreExceptions().until(() -> {
            JsonNode status = answer(instance, "/api/status");
            return status.get("ready").asBoolean() && status.get("instances").size() == instances;
        });
    }

    /** Whether it works alone, on everything. */
    private static boolean hasAllWork(URI instance) throws IOException, InterruptedException {
        JsonNode status = answer(instance, "/api/status");
        return status.get("ready").asBoolean() && status.get("instances").size() == 1;
    }
}
