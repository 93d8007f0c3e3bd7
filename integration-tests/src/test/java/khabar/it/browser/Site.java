package khabar.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.it.Cluster;
import khabar.it.Khabar;
import khabar.it.Outcome;
import khabar.it.Running;

/**
 * A topology that serves its page.
 *
 * @param khabar starts further commands on its cluster
 * @param topology the process
 * @param address where the page is
 */
public record Site(Khabar khabar, Running topology, URI address) implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Starts it on a cluster without topics, and waits until it runs. */
    static Site start(Cluster cluster, Path folder, String... options) {
        Khabar khabar = Khabar.on(cluster, folder);
        assertThat(khabar.run("topics", "create").exitCode()).isZero();
        return start(khabar, options);
    }

    /** Starts it, or another one after its end, on topics that are there. */
    public static Site start(Khabar khabar, String... options) {
        List<String> line = new ArrayList<>(List.of("run"));
        line.addAll(List.of(options));
        Running topology = khabar.start(line.toArray(String[]::new));
        URI address = URI.create(topology.awaitErr("^page on (\\S+)"));
        topology.awaitErr("^running as (\\S+)");
        return new Site(khabar, topology, address);
    }

    /**
     * Starts a demonstration, which has its own broker in its process, of a corpus. It stays until the last test of the
     * process, mostly idle, so it commits once a second: what it takes from the processors every test waits for.
     */
    static Site demonstrate(Path folder, Path corpus) {
        Running demo = Khabar.in(folder)
                .with("KHABAR_TOPIC_PARTITIONS", "2")
                .with("KHABAR_COMMIT_INTERVAL", "1s")
                .with("KHABAR_PANE_INTERVAL", "1s")
                .start("demo", "--port", "0", "--plain", corpus.toString());
        URI address = URI.create(demo.awaitErr("^page on (\\S+), Kafka"));
        return new Site(Khabar.on(demo.awaitErr("^page on .*, Kafka on (\\S+)"), folder), demo, address);
    }

    /** Replays a corpus, and waits until everything is counted, by the audit's word. */
    public Site replay(String... options) {
        send(options);
        Outcome.auditAgrees(khabar);
        return this;
    }

    /** Replays a corpus for a page that the test waits for. */
    void send(String... options) {
        List<String> line = new ArrayList<>(List.of("replay"));
        line.addAll(List.of(options));
        Khabar.Finished replay = khabar.run(line.toArray(String[]::new));
        assertThat(replay.exitCode()).as(replay.err()).isZero();
    }

    /** The same, with one more option for the commands that follow. */
    Site with(String variable, String value) {
        return new Site(khabar.with(variable, value), topology, address);
    }

    /** Headlines of the newest articles. */
    List<String> newestHeadlines(int most) {
        return ofArticles("headline").subList(0, most);
    }

    /** Mentions in the newest day by entity id, of all that the API lists. */
    public Map<String, Long> mentions() {
        Map<String, Long> mentions = new HashMap<>();
        api("/api/entities?window=P1D&limit=1000")
                .path("entities")
                .forEach(row -> mentions.put(
                        row.path("id").asText(), row.path("mentions").asLong()));
        return mentions;
    }

    /** What identifies the articles. */
    List<String> uris() {
        return ofArticles("uri");
    }

    private List<String> ofArticles(String field) {
        List<String> values = new ArrayList<>();
        api("/api/articles?limit=1000")
                .path("articles")
                .forEach(article -> values.add(article.path(field).asText()));
        return values;
    }

    /** What the API says. */
    public JsonNode api(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
            String body = CLIENT.send(request, BodyHandlers.ofString(UTF_8)).body();
            return Outcome.parse(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        topology.close();
    }
}
