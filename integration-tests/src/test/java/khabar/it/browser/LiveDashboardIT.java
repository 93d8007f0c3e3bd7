package khabar.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import khabar.it.Cluster;
import khabar.it.Corpus;
import khabar.it.Running;
import khabar.it.SharedBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({InChromium.class, SharedBroker.class})
final class LiveDashboardIT {
    private static final long SEED = 20_240_306;
    private static final int ARTICLES = 400;

    @TempDir
    private Path folder;

    @Test
    void thePageFillsWhileAReplayRuns(Browser browser, Cluster cluster) {
        String corpus = Corpus.of(SEED, ARTICLES).writeTo(folder).toString();
        try (Site site = Site.start(cluster, folder)) {
            Page page = Page.openEmpty(browser, site, "fa");
            browser.tell("window.neverLoadedAgain = true");
            assertThat(page.entities()).isEmpty();
            assertThat(page.headlines()).isEmpty();
            browser.until(
                    "each part says that there is nothing yet",
                    shown -> assertThat(page.emptyParts()).contains("entities", "subjects", "articles"));

            try (Running replay = site.khabar().start("replay", "--rate", "10/s", corpus)) {
                page.awaitNews();
                Set<List<String>> rivers = new HashSet<>();
                Set<Long> greatest = new HashSet<>();
                browser.until("headlines flow and counts grow", shown -> {
                    rivers.add(page.headlines());
                    page.entities().values().stream().findFirst().ifPresent(greatest::add);
                    assertThat(rivers).hasSizeGreaterThan(4);
                    assertThat(greatest).hasSizeGreaterThan(4);
                });
                assertThat(replay.isAlive()).as("the replay still runs").isTrue();
                replay.stop();
            }
            assertThat(browser.<Boolean>ask("return window.neverLoadedAgain")).isTrue();
        }
    }

    @Test
    void thePageSaysThatTheServerIsGoneAndGoesOnByItselfWhenItIsBack(Browser browser, Cluster cluster) {
        Corpus corpus = Corpus.of(SEED, ARTICLES);
        String file = corpus.writeTo(folder).toString();
        Site before = Site.start(cluster, folder);
        try (before) {
            before.send("--max", "50", file);
            Page page = Page.open(browser, before, "en");
            browser.until(
                    "it is connected", shown -> assertThat(page.isConnected()).isTrue());
            browser.tell("window.neverLoadedAgain = true");
            browser.traffic();
            before.topology().kill();

            browser.until(
                    "the loss is shown", shown -> assertThat(page.isConnected()).isFalse());
            assertThat(page.entities()).as("what was known stays").isNotEmpty();
            int port = before.address().getPort();
            try (Site after = Site.start(before.khabar(), "--port", Integer.toString(port))) {
                browser.until(
                        "it is connected again",
                        shown -> assertThat(page.isConnected()).isTrue());
                List<String> headlines = page.headlines();
                after.replay("--resume", file);
                browser.until("what came afterwards is shown", shown -> {
                    assertThat(page.headlines()).isNotEqualTo(headlines);
                    assertThat(after.mentions()).containsAllEntriesOf(page.entities());
                });
                assertThat(browser.traffic().requestsOf("/api/stream"))
                        .as("it listens again")
                        .isPositive();
            }
            assertThat(browser.<Boolean>ask("return window.neverLoadedAgain")).isTrue();
        }
    }
}
