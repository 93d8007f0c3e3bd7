package khabar.web;

import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.TODAY;
import static khabar.query.live.Outputs.alert;
import static khabar.query.live.Outputs.count;
import static khabar.query.live.Outputs.of;
import static khabar.query.live.Outputs.rejected;
import static khabar.query.live.Outputs.subject;
import static khabar.query.live.Outputs.trend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khabar.query.live.Outputs;
import khabar.schemas.AlertState;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.Mention;
import khabar.schemas.NamedEntity;
import khabar.schemas.PubStatus;
import khabar.schemas.RankedEntity;
import khabar.schemas.RejectReason;
import khabar.schemas.Span;
import khabar.schemas.Subject;
import khabar.schemas.SubjectEvidence;
import khabar.schemas.TextField;
import khabar.schemas.TrendState;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafetyTest {
    private static final String TOKEN = "correct-horse-battery";

    /** What has broken pages before; each is put into every field of everything that is shown. */
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "javascript:alert(1)//",
            "</script><svg/onload=alert(1)>",
            "';alert(String.fromCharCode(88,83,83))//",
            "\u202E\u2066<iframe srcdoc='<script>alert(1)</script>'>",
            "{{constructor.constructor('alert(1)')()}}",
            "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>\u2028\u2029",
            "\u0000<b>\uFFFF\r\nSet-Cookie: x=1");

    @AutoClose
    private Site site;

    @BeforeEach
    void open(@TempDir Path folder) {
        site = Site.open(folder);
    }

    @Test
    void markupInAnyFieldStaysAString() throws Exception {
        for (String hostile : HOSTILE) {
            RankedEntity entity =
                    new RankedEntity(hostile, hostile, Map.of(hostile, hostile), 1L, 1L, 1L, 1L, 0L, 0L, 0L, 0L);
            site.shelf()
                    .put(
                            of(article(hostile)),
                            count(TODAY, entity),
                            trend(TODAY, entity, TrendState.RISING, 1),
                            subject(TODAY, hostile, hostile, hostile, 1),
                            alert(hostile, hostile, AlertState.FIRED, 1),
                            rejected(hostile, RejectReason.TOO_LATE, 1));
            site.shelf().putDeadLetter(hostile, hostile);
        }
        for (String hostile : HOSTILE) {
            String encoded = encoded(hostile);
            assertHolds("/api/articles?limit=1000", hostile);
            // A path with a NUL in it is no path to the server, and reaches nothing.
            boolean addressable = hostile.indexOf('\u0000') < 0;
            if (addressable) {
                assertHolds("/api/articles/" + encoded, hostile);
                assertHolds("/api/entities/" + encoded, hostile);
            }
            assertHolds("/api/articles?entity=" + encoded, hostile);
            assertHolds("/api/entities?limit=1000", hostile);
            assertHolds("/api/subjects", hostile);
            assertHolds("/api/trends?limit=1000", hostile);
            assertHolds("/api/alerts?limit=1000", hostile);
            assertHolds("/api/rejected?limit=1000", hostile);
            assertHolds("/api/dead-letters?limit=1000", hostile);
        }
    }

    private void assertHolds(String path, String text) throws Exception {
        HttpResponse<String> response = site.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).as(path).contains("application/json");
        assertThat(response.headers().firstValue("X-Content-Type-Options"))
                .as(path)
                .contains("nosniff");
        assertThat(response.headers().firstValue("Set-Cookie")).as(path).isEmpty();
        assertThat(texts(Site.parse(response))).as(path).contains(text);
    }

    private static List<String> texts(JsonNode json) {
        return json.isTextual()
                ? List.of(json.asText())
                : json.valueStream().flatMap(child -> texts(child).stream()).toList();
    }

    @Test
    void whatIsAskedIsNotReflectedAsMarkup() throws Exception {
        for (String hostile : HOSTILE) {
            for (String path : List.of("/api/entities?window=", "/api/entities/", "/api/", "/", "/api/articles?x=")) {
                HttpResponse<String> response = site.get(path + encoded(hostile));
                assertThat(response.statusCode()).as(path + hostile).isBetween(400, 404);
                assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example", "http://localhost:1"})
    void aPageOfAnotherOriginGetsNothing(String origin) throws Exception {
        HttpResponse<String> response = site.get("/api/status", "Origin", origin);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
        assertThat(site.send("OPTIONS", "/api/status").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({"POST,/api/articles", "PUT,/api/articles/x", "DELETE,/", "TRACE,/api/status", "PATCH,/api/stream"})
    void nothingCanBeChanged(String method, String path) throws Exception {
        String answer = site.raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD");
    }

    @Test
    void aRequestThatIsTooLargeIsRefusedWithoutAnInside() throws Exception {
        String longPath =
                site.raw("GET /" + "a".repeat(40_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        String longHeader = site.raw(
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(40_000) + "\r\nConnection: close\r\n\r\n");

        assertThat(longPath).startsWith("HTTP/1.1 414 ");
        assertThat(longHeader).startsWith("HTTP/1.1 431 ");
        for (String answer : List.of(longPath, longHeader, site.raw("BLAH\r\n\r\n"))) {
            assertThat(answer).doesNotContain("Server:", "Exception", "jetty", "Jetty", "khabar.", "org.eclipse");
        }
    }

    @Test
    void withATokenOnlyThoseWhoBringItAreAnswered(@TempDir Path other) throws Exception {
        try (Site closed = Site.withToken(other, TOKEN)) {
            for (String path : List.of("/", "/api/status", "/api/stream", "/metrics", "/page/page.js", "/nowhere")) {
                assertThat(closed.get(path).statusCode()).as(path).isEqualTo(401);
            }
            assertThat(closed.get("/api/status").headers().firstValue("WWW-Authenticate"))
                    .isPresent();
            assertThat(closed.get("/health/live").statusCode()).isEqualTo(200);
            for (String wrong : List.of("", "Bearer ", "Bearer correct", "Basic " + TOKEN, "Bearer " + TOKEN + "x")) {
                assertThat(closed.get("/api/status", "Authorization", wrong).statusCode())
                        .as(wrong)
                        .isEqualTo(401);
            }
            assertThat(closed.get("/api/status", "Authorization", "Bearer " + TOKEN)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aVisitWithTheTokenLeavesACookieThatIsNotTheToken(@TempDir Path other) throws Exception {
        try (Site closed = Site.withToken(other, TOKEN)) {
            HttpResponse<String> visit = closed.get("/?token=" + TOKEN);
            String cookie = visit.headers().firstValue("Set-Cookie").orElseThrow();

            assertThat(visit.statusCode()).isEqualTo(303);
            assertThat(visit.headers().firstValue("Location")).contains("/");
            assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain(TOKEN);
            String brought = cookie.substring(0, cookie.indexOf(';'));
            assertThat(closed.get("/", "Cookie", brought).statusCode()).isEqualTo(200);
            assertThat(closed.get("/api/status", "Cookie", brought).statusCode())
                    .isEqualTo(200);
            assertThat(closed.get("/api/status", "Cookie", "khabar-token=" + TOKEN)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(closed.get("/?token=wrong").statusCode()).isEqualTo(401);
            assertThat(closed.get("/?token=wrong").headers().firstValue("Set-Cookie"))
                    .isEmpty();
            assertThat(closed.get("/api/status?token=" + TOKEN).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void anAddressThatOthersReachNeedsATokenOrAnOpenDoor() {
        Settings everybody = Settings.defaults().with(WebOptions.ADDRESS, "0.0.0.0");

        assertThatThrownBy(() -> WebOptions.from(everybody))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("web.address: 0.0.0.0 (expected: a loopback address; or web.token");
        assertThat(WebOptions.from(everybody.with(WebOptions.OPEN, "true")).token())
                .isEmpty();
        assertThat(WebOptions.from(everybody.with(WebOptions.TOKEN, TOKEN)).token())
                .contains(TOKEN);
        assertThatThrownBy(() -> WebOptions.from(everybody.with(WebOptions.TOKEN, "short")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("web.token");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static EnrichedArticle article(String hostile) {
        EnrichedArticle article = Outputs.article(hostile, hostile, PubStatus.USABLE, MIDNIGHT);
        article.setSource(hostile);
        article.setUrl(hostile);
        article.setLead(hostile);
        article.setBody(hostile);
        article.setDisplayLead(hostile);
        article.setDisplayBody(hostile);
        article.setLanguage(hostile);
        article.setScript(hostile);
        article.setRuleSetVersion(hostile);
        article.setAttributes(Map.of(hostile, hostile));
        Span span = new Span(TextField.BODY, 0, 1);
        article.setEntities(List.of(new NamedEntity(hostile, hostile, Map.of(hostile, hostile), 1, 0)));
        article.setMentions(List.of(new Mention(hostile, span, hostile, hostile, 1.0, null, true)));
        article.setSubjects(List.of(
                new Subject(hostile, Map.of(hostile, hostile), 1.0, List.of(new SubjectEvidence(span, hostile)))));
        return article;
    }
}
