package khabar.app.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.SYRIA;
import static khabar.query.live.Outputs.TODAY;
import static khabar.query.live.Outputs.arrived;
import static khabar.query.live.Outputs.rejected;
import static khabar.query.live.Outputs.top;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.ZoneOffset;
import khabar.query.Known;
import khabar.query.Questions;
import khabar.query.live.LiveView;
import khabar.schemas.PaneTiming;
import khabar.schemas.RejectReason;
import khabar.web.WebOptions;
import khabar.web.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MetersTest {
    private final LiveView view = new LiveView(Clock.fixed(MIDNIGHT, ZoneOffset.UTC));
    private final Questions questions = Known.nothingBut(view);
    private final Meters meters = new Meters(questions, () -> 3, Clock.fixed(MIDNIGHT.plusSeconds(2), ZoneOffset.UTC));
    private final WebServer server =
            WebServer.start(new WebOptions(InetAddress.getLoopbackAddress(), 0, false), questions, meters::addTo);

    @AfterEach
    void close() {
        server.close();
        meters.close();
    }

    @Test
    void prometheusReadsTheFiguresOfTheStream() throws Exception {
        view.accept(arrived("a:1", "Headline", 1));
        view.accept(rejected(RejectReason.TOO_LATE));
        view.accept(top(TODAY, PaneTiming.LATE, SYRIA));

        HttpResponse<String> scraped = scrape();

        assertThat(scraped.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(scraped.body().lines())
                .contains(
                        "khabar_articles_total 1.0",
                        "khabar_rejected_total{reason=\"TOO_LATE\"} 1.0",
                        "khabar_rejected_total{reason=\"TOO_LARGE\"} 0.0",
                        "khabar_panes_total{timing=\"LATE\"} 1.0",
                        "khabar_stream_readers 3.0",
                        "khabar_ready 0.0");
    }

    @Test
    void theDelayOfAnArticleIsMeasuredOnceSomebodyScrapes() throws Exception {
        meters.arrived(arrived("before", "Headline", 0));
        scrape();
        meters.arrived(arrived("after", "Headline", 1));
        meters.arrived(top(TODAY, PaneTiming.EARLY, SYRIA));

        assertThat(scrape().body().lines())
                .contains(
                        "khabar_enriched_delay_seconds_count 1",
                        "khabar_enriched_delay_seconds_sum 1.0",
                        "khabar_enriched_delay_seconds_bucket{le=\"0.5\"} 0",
                        "khabar_enriched_delay_seconds_bucket{le=\"1.0\"} 1");
    }

    @Test
    void everyMeterHasAMeaning() throws Exception {
        scrape();

        assertThat(scrape().body().lines().filter(line -> line.startsWith("# HELP khabar_")))
                .hasSizeGreaterThanOrEqualTo(7)
                .allMatch(line -> line.split(" ", 4).length == 4);
    }

    @Test
    void requestsAreCountedByRouteAndStatus() throws Exception {
        scrape();
        get("/api/entities/Q858");
        get("/api/entities/Q794?x=1");
        get("/nowhere/1");
        get("/nowhere/2");

        assertThat(scrape().body().lines())
                .contains(
                        "khabar_requests_total{route=\"/api/entities/{id}\",status=\"5xx\"} 1.0",
                        "khabar_requests_total{route=\"/api/entities/{id}\",status=\"4xx\"} 1.0",
                        "khabar_requests_total{route=\"none\",status=\"4xx\"} 2.0",
                        "khabar_requests_time_seconds_count{route=\"/api/entities/{id}\"} 2")
                .contains("khabar_answers 0.0");
    }

    private HttpResponse<String> scrape() throws Exception {
        return get("/metrics");
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = server.address().resolve(path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString(UTF_8));
    }
}
