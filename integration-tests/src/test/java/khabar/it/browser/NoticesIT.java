package khabar.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static khabar.it.browser.HostileArticlesIT.isHarmless;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import khabar.it.Cluster;
import khabar.it.Khabar;
import khabar.it.SharedBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Alerts and refusals on the page. */
@ExtendWith({InChromium.class, SharedBroker.class})
final class NoticesIT {
    private static final String MARKUP = "<img src=x onerror=\"window.bitten=1\">";
    private static final String HEADLINE = "Talks in Tehran " + MARKUP;

    @TempDir
    private Path folder;

    @Test
    void anAlertIsShownWhenItFiresAndIsStruckOutWhenItIsTakenBack(Browser browser, Cluster cluster) throws IOException {
        try (Site site = Site.start(cluster, folder)) {
            save(site, "title: '" + MARKUP + "'\nwords:\n  all: [Tehran]\n");
            site.replay(articles("first", 1, "Nothing of it here"));
            Page page = Page.openEmpty(browser, site, "en");
            browser.until(
                    "the page is filled", shown -> assertThat(page.headlines()).hasSize(1));
            assertThat(page.isShown("#fired")).isFalse();

            site.send(articles("second", 1, HEADLINE));
            browser.until(
                    "the alert is in the lead",
                    shown -> assertThat(page.contents("#lead-alerts .rule")).containsExactly(MARKUP));
            assertThat(page.contents("#lead-alerts .headline")).containsExactly(HEADLINE);
            browser.until(
                    "it is told to those who do not see it",
                    shown -> assertThat(page.text("#announce")).isEqualTo("Alert: " + MARKUP));
            isHarmless(browser);

            browser.tabTo("#fired-title");
            browser.press(Keys.ENTER);
            browser.until(
                    "the page of alerts is shown",
                    shown -> assertThat(page.contents("#alert-list .headline")).containsExactly(HEADLINE));
            assertThat(KeyboardIT.focus(browser)).isEqualTo("H1 alerts-title");
            assertThat(page.contents("#alert-list .term")).isNotEmpty().allMatch("Tehran"::equalsIgnoreCase);
            looksWell(browser, page);

            site.replay(articles("second", 2, "Nothing of it any more"));
            browser.until(
                    "it is struck out",
                    shown -> assertThat(page.contents("#alert-list .withdrawn .pill"))
                            .containsExactly("withdrawn"));
            page.goTo("#/");
            browser.until(
                    "it has left the lead",
                    shown -> assertThat(page.isShown("#fired")).isFalse());
        }
    }

    @Test
    void refusalsAreShownByReasonAsTheApiCountsThemAndFollowTheStream(Browser browser, Cluster cluster)
            throws IOException {
        try (Site site = Site.start(cluster, folder)) {
            site.replay(
                    articles("urn:" + MARKUP, 1, HEADLINE),
                    refused("2031-01-01T00:00:00Z", 3),
                    refused("yesterday", 1));
            Page page = Page.openEmpty(browser, site, "en");
            browser.tabTo("[data-way=refused]");
            browser.press(Keys.ENTER);
            Map<String, Long> expected = Map.of("FUTURE_DATE", 3L, "DATE_FORM", 1L);
            browser.until(
                    "reasons are shown", shown -> assertThat(page.reasons()).isEqualTo(expected));
            JsonNode told = site.api("/api/rejected").path("byReason");
            expected.forEach(
                    (reason, count) -> assertThat(told.path(reason).asLong()).isEqualTo(count));
            assertThat(page.contents("#refused-rejected .title"))
                    .anySatisfy(uri -> assertThat(uri).contains(MARKUP));
            isHarmless(browser);
            looksWell(browser, page);

            browser.tabTo("#refused-reasons [data-key=DATE_FORM] a");
            browser.press(Keys.ENTER);
            browser.until(
                    "only its own are shown",
                    shown -> assertThat(page.contents("#refused-rejected .what"))
                            .containsExactly("date cannot be read"));
            assertThat(KeyboardIT.focus(browser)).contains("#/refused");
            browser.press(Keys.ENTER);
            browser.until(
                    "all are shown again",
                    shown ->
                            assertThat(page.contents("#refused-rejected .what")).hasSize(4));

            site.replay(refused("tomorrow", 2));
            browser.until(
                    "what is refused meanwhile is counted",
                    shown -> assertThat(page.reasons()).containsEntry("DATE_FORM", 3L));
        }
    }

    /** In both languages and themes, on a telephone and on a wall. */
    private static void looksWell(Browser browser, Page page) {
        for (String theme : List.of("light", "dark")) {
            browser.prefer(theme);
            for (int width : new int[] {2560, 360}) {
                browser.resize(width, 900);
                assertThat(page.overflow()).as(width + " wide").isEmpty();
            }
            assertThat(Axe.faults(browser)).as(theme).isEmpty();
            page.click("#language");
            assertThat(page.overflow()).isEmpty();
            page.click("#language");
        }
        browser.resize(1280, 900);
    }

    private void save(Site site, String alert) throws IOException {
        Path file = Files.writeString(folder.resolve("search.alert"), alert, UTF_8);
        Khabar.Finished put = site.khabar().run("rules", "put", "search", file.toString());
        assertThat(put.exitCode()).as(put.err()).isZero();
        String version = put.out().replaceAll("(?s).* rules=(\\w+).*", "$1");
        await("the rule is in force")
                .atMost(Duration.ofMinutes(2))
                .until(() -> site.api("/api/status").path("ruleSetVersion").asText(), version::equals);
    }

    private String articles(String uri, int version, String headline) throws IOException {
        return file("""
                {"uri":%s,"version":"%d","publishedAt":"2024-03-01T05:00:00Z","headline":%s,"body":"A text.","language":"en"}
                """.formatted(quoted(uri), version, quoted(headline)));
    }

    private String refused(String publishedAt, int many) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < many; i++) {
            lines.append("""
                    {"uri":%s,"version":"1","publishedAt":"%s","headline":"x","body":"x","language":"en"}
                    """.formatted(quoted("urn:" + publishedAt + i + MARKUP), publishedAt));
        }
        return file(lines.toString());
    }

    private String file(String lines) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "articles", ".jsonl"), lines, UTF_8)
                .toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }
}
