package khabar.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static khabar.query.live.Outputs.DAY;
import static khabar.query.live.Outputs.LAVROV;
import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.SYRIA;
import static khabar.query.live.Outputs.TODAY;
import static khabar.query.live.Outputs.arrived;
import static khabar.query.live.Outputs.count;
import static khabar.query.live.Outputs.subject;
import static khabar.query.live.Outputs.top;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.query.Instance;
import khabar.query.InstanceView;
import khabar.query.Known;
import khabar.query.Questions;
import khabar.query.archive.KeptNews;
import khabar.query.archive.Shelf;
import khabar.query.live.LiveView;
import khabar.schemas.PaneTiming;
import khabar.settings.SettingException;
import khabar.topics.WindowKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebServerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final WindowKey YESTERDAY = new WindowKey(MIDNIGHT.minus(DAY), DAY, "");
    private static final String MARKUP = "<img src=x onerror=alert(1)><script>alert(\"2\")</script>";

    private final LiveView view = new LiveView(Clock.fixed(MIDNIGHT, ZoneOffset.UTC));
    private final Told told = new Told();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Shelf shelf;
    private KeptNews kept;
    private WebServer server;

    /** An instance that says what the test lets it say. */
    private static final class Told implements Instance {
        private String state = "RUNNING";

        @Override
        public String state() {
            return state;
        }

        @Override
        public boolean ready() {
            return state.equals("RUNNING");
        }

        @Override
        public OptionalLong lag() {
            return OptionalLong.of(7);
        }

        @Override
        public List<InstanceView> instances() {
            return List.of(new InstanceView("localhost:8080", List.of("news.articles-0"), List.of()));
        }
    }

    @BeforeEach
    void open() {
        shelf = new Shelf(folder);
        kept = KeptNews.of(shelf.archive());
        server = serve(0);
    }

    @AfterEach
    void close() {
        server.close();
        shelf.close();
    }

    @Test
    void withoutAStartTheNewestWindowIsMeant() throws Exception {
        shelf.put(top(YESTERDAY, PaneTiming.ON_TIME, LAVROV), count(YESTERDAY, LAVROV));
        shelf.put(top(TODAY, PaneTiming.EARLY, SYRIA, LAVROV), count(TODAY, SYRIA), count(TODAY, LAVROV));

        JsonNode json = json(get("/api/entities?window=P1D&limit=1"));

        assertThat(json.at("/window/start").asText()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(json.at("/window/open").asBoolean()).isTrue();
        assertThat(json.at("/entities")).hasSize(1);
        assertThat(json.at("/entities/0/id").asText()).isEqualTo("Q858");
        assertThat(json.at("/entities/0/names/fa").asText()).isEqualTo("سوریه");
        assertThat(json.at("/entities/0/mentions").asLong()).isEqualTo(20);
        assertThat(json.at("/entities/0/articles").asLong()).isEqualTo(2);
        assertThat(json.at("/next").asLong()).isEqualTo(1);
    }

    @Test
    void anyWindowOfThePastIsAnswered() throws Exception {
        shelf.put(top(YESTERDAY, PaneTiming.ON_TIME, LAVROV), count(YESTERDAY, LAVROV));
        shelf.put(top(TODAY, PaneTiming.EARLY, SYRIA), count(TODAY, SYRIA));

        JsonNode json = json(get("/api/entities?window=P1D&start=2019-12-31T00:00:00Z"));

        assertThat(json.at("/window/start").asText()).isEqualTo("2019-12-31T00:00:00Z");
        assertThat(json.at("/window/open").asBoolean()).isFalse();
        assertThat(ids(json.at("/entities"))).containsExactly("Q58217");
    }

    @Test
    void aWindowWithoutNewsIsAnAnswerToo() throws Exception {
        JsonNode json = json(get("/api/entities?window=PT1M"));

        assertThat(json.get("window").isNull()).isTrue();
        assertThat(json.get("entities")).isEmpty();
    }

    @Test
    void subjectsStandByArticles() throws Exception {
        shelf.put(subject(TODAY, "medtop:11000000", "politics", "سیاست", 1));
        shelf.put(subject(TODAY, "medtop:16000000", "war", "جنگ", 2));

        JsonNode json = json(get("/api/subjects"));

        assertThat(json.at("/subjects/0/code").asText()).isEqualTo("medtop:16000000");
        assertThat(json.at("/subjects/1/articles").asLong()).isEqualTo(1);
    }

    @Test
    void anArticleIsFoundByItsUriWhateverItHolds() throws Exception {
        String uri = "https://example.org/a/b?c=d#round-2 + ٪";
        shelf.put(arrived(uri, "سوریه", 1));

        JsonNode json =
                json(get("/api/articles/" + URLEncoder.encode(uri, UTF_8).replace("+", "%20")));

        assertThat(json.get("uri").asText()).isEqualTo(uri);
        assertThat(json.at("/original/headline").asText()).isEqualTo("سوریه");
        assertThat(json.at("/mentions/0/surfaceForm").asText()).isEqualTo("سوریه");
        assertThat(get("/api/articles/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void markupInAnArticleStaysText() throws Exception {
        shelf.put(arrived("javascript:" + MARKUP, MARKUP, 1));

        HttpResponse<String> response = get("/api/articles");

        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(json(response).at("/articles/0/headline").asText()).isEqualTo(MARKUP);
    }

    @Test
    void theFilesOfThePageMakeNoMarkupOfWhatTheyShow() throws Exception {
        Matcher imports = Pattern.compile("from \"\\./(\\w+\\.js)\"").matcher("");
        Deque<String> unread = new ArrayDeque<>(List.of("page.js"));
        Set<String> read = new TreeSet<>();
        while (!unread.isEmpty()) {
            String script = unread.pop();
            if (!read.add(script)) {
                continue;
            }
            HttpResponse<String> response = get("/page/" + script);
            String text = response.body();
            assertThat(response.statusCode()).as(script).isEqualTo(200);
            imports.reset(text).results().map(found -> found.group(1)).forEach(unread::push);
            assertThat(text)
                    .as(script)
                    .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
                    .doesNotContain("DOMParser", "srcdoc");
        }
        assertThat(read).contains("article.js", "draw.js", "words.js").hasSizeGreaterThan(20);
        assertThat(get("/").body()).doesNotContain("style=", "onclick", "<script>");
    }

    @Test
    void everythingThatThePageNamesIsInTheJars() throws Exception {
        String page = get("/").body()
                + get("/page/page.css").body()
                + get("/page/chart.js").body();
        List<String> named = Pattern.compile("\"(/page/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(named).contains("/page/page.js", "/page/uplot.js", "/page/uplot.css", "/page/vazirmatn-latin.woff2");
        for (String path : named) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(page).doesNotContain("http://", "https://");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/entities?limit=0          | limit: 0 (expected: 1 to 1000)",
                "/api/entities?limit=1001       | limit: 1001 (expected: 1 to 1000)",
                "/api/articles?limit=many       | limit: many (expected: 1 to 1000)",
                "/api/entities?window=tomorrow  | window: tomorrow (expected: the size of a window, such as PT1M, PT1H or P1D)",
                "/api/entities?start=now        | start: now (expected: the start of a window, such as 2020-01-01T00:00:00Z)",
                "/api/entities?start=2020-01-01T01:00:00Z | start: 2020-01-01T01:00:00Z (expected: a multiple of P1D, as 2020-01-01T00:00:00Z)",
                "/api/entities?limits=5         | parameter: limits (expected: count or demonyms or limit or offset or start or subject or type or window)",
                "/api/entities?limit=5&limit=6  | limit: 2 values (expected: one)",
                "/api/status?x=1                | parameter: x (expected: none)"
            })
    void aParameterThatCannotBeUsedIsAProblem(String path, String detail) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(response).get("detail").asText()).isEqualTo(detail);
    }

    @Test
    void whatIsNotReadyIsToldToAskAgain() throws Exception {
        server.close();
        kept = new KeptNews();
        server = serve(0);
        told.state = "REBALANCING";

        for (String path : List.of("/api/entities", "/api/entities?start=2020-01-01T00:00:00Z", "/api/articles")) {
            HttpResponse<String> response = get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).as(path).contains("1");
        }
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(json(get("/api/status")).get("state").asText()).isEqualTo("REBALANCING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/page/page.css", "/page/vazirmatn-arabic.woff2", "/api/status", "/nowhere", "/page/../Api"
            })
    void everyReplyForbidsWhatIsNotOurs(String path) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("Cache-Control"))
                .contains(response.statusCode() == 200 ? "private, no-cache" : "no-store");
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void onlyReadingIsAllowed() throws Exception {
        HttpResponse<String> response = client.send(
                request("/api/status")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void aPageOfAnotherNameCannotReadFromLoopback() throws Exception {
        assertThat(raw("GET /api/status HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(raw("GET /api/status HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aBrokenRequestIsAProblemWithoutAnInside() throws Exception {
        String answer = raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
        assertThat(answer).doesNotContain("Exception", "jetty", "khabar.web");
    }

    @Test
    void manyMayWaitForAServerThatDoesNotComeToThem() throws IOException {
        WebOptions one = new WebOptions(InetAddress.getLoopbackAddress(), 0, false, Optional.empty(), 1);
        List<Socket> waiting = new ArrayList<>();
        try (WebServer full = WebServer.start(one, questions(), routes -> {})) {
            InetSocketAddress to = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), full.address().getPort());
            for (int i = 0; i < 300; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                socket.connect(to, 900);
            }
            assertThat(waiting).allMatch(Socket::isConnected);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void anAddressOfAnotherMachineIsNotTakenForAPortInUse() throws Exception {
        // Kept for documents (RFC 5737): no machine has it.
        WebOptions elsewhere = new WebOptions(InetAddress.getByName("192.0.2.1"), 0, false);
        assertThatThrownBy(() -> WebServer.start(elsewhere, questions(), routes -> {}))
                .hasMessage("web.address: 192.0.2.1 (expected: an address of this machine)");
    }

    @Test
    void aPortThatIsTakenIsAClearError() {
        int taken = server.address().getPort();

        assertThatThrownBy(() -> serve(taken))
                .isInstanceOf(SettingException.class)
                .hasMessage("port: " + taken + " (expected: a port of 127.0.0.1 that nobody else uses, or 0)");
        WebServer other = WebServer.start(
                new WebOptions(InetAddress.getLoopbackAddress(), taken, true), questions(), routes -> {});
        assertThat(other.address().getPort()).isNotEqualTo(taken);
        other.close();
    }

    private WebServer serve(int port) {
        return WebServer.start(
                new WebOptions(InetAddress.getLoopbackAddress(), port, false), questions(), routes -> {});
    }

    private Questions questions() {
        return new Questions(told, view, kept, new Known("none"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + server.address().getPort() + path));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort());
                InputStream answer = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(answer.readAllBytes(), UTF_8);
        }
    }

    private static List<String> ids(JsonNode rows) {
        return rows.findValuesAsText("id");
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }
}
