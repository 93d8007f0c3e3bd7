package khabar.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import khabar.it.Cluster;
import khabar.it.SharedBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page of an installation that counts words such as Iranian. */
@ExtendWith({InChromium.class, SharedBroker.class})
final class DemonymsViewIT {
    private static final String IRAN = "Q794";
    private static final String CHOICE = "#demonyms-label";
    private static final List<String> HEADLINES =
            List.of("ایران میزبان نشست وزیران خارجه شد", "کشتی‌گیر ایرانی قهرمان آسیا شد", "ایرانیان و روسیه");

    @TempDir
    private Path folder;

    @Test
    void aReaderTakesDemonymsOutOfAllCountsAndPutsThemBack(Browser browser, Cluster cluster) throws IOException {
        try (Site site = Site.start(cluster, folder, "--demonyms", "counted")) {
            site.with("KHABAR_DEMONYMS", "counted").replay(corpus());
            Page page = Page.openEmpty(browser, site, "en");
            browser.until("demonyms count", shown -> {
                assertThat(page.isShown(CHOICE)).isTrue();
                assertThat(page.entities()).containsEntry(IRAN, 3L);
            });
            assertThat(page.text(CHOICE)).isEqualTo("Count words such as Iranian");
            assertThat(Axe.faults(browser)).isEmpty();

            page.click("#demonyms");
            browser.until(
                    "they count no more", shown -> assertThat(page.entities()).containsEntry(IRAN, 1L));
            page.goTo("#/entity/" + IRAN + "?demonyms=without");
            browser.until(
                    "nor on the page of the entity",
                    shown -> assertThat(page.entityNumbers()).startsWith(1L, 1L, 1L));

            page.goTo("#/");
            browser.until(
                    "they count again", shown -> assertThat(page.entities()).containsEntry(IRAN, 3L));
        }
    }

    private String corpus() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String headline : HEADLINES) {
            lines.append("{\"uri\":\"story:%d\",\"published\":\"2026-01-05T10:00:00Z\",\"title\":\"%s\"}%n"
                    .formatted(HEADLINES.indexOf(headline), headline));
        }
        Path file = folder.resolve("articles.jsonl");
        Files.writeString(file, lines, UTF_8);
        return file.toString();
    }
}
