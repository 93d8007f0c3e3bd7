package khabar.it.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import khabar.it.Cluster;
import khabar.it.Khabar;
import khabar.it.SharedBroker;
import khabar.it.browser.Browser;
import khabar.it.browser.InChromium;
import khabar.it.browser.Page;
import khabar.it.browser.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures in docs/images anew, of two made-up weeks of news. Run by its name only, since it writes into the
 * repository:
 *
 * <pre>
 * ./mvnw verify -am -pl integration-tests -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=PicturesIT
 * </pre>
 *
 * Look at what it has taken before it is committed. The newest day is still open, as it is for whoever reads the news
 * in the afternoon.
 */
@ExtendWith({InChromium.class, SharedBroker.class})
final class PicturesIT {
    private static final Path IMAGES = Path.of(System.getProperty("khabar.seeds", "../seeds"))
            .resolveSibling("docs")
            .resolve("images");
    private static final long SEED = 20_251_123;
    /** Of the place where it snows. */
    private static final String ENTITY = "khabar:city:tabriz";

    /** Which mention of the pictured article has the pointer. */
    private static final int POINTED_AT = 14;

    private static final String RATE = "20/s";
    private static final int COLUMNS = 112;
    private static final int ROWS = 40;
    /** Its line, counted from 0: three are above the first row. */
    private static final int THIRD_ROW = 5;
    /** So often a picture must be the same before it is taken. */
    private static final int LOOKS = 5;

    @TempDir
    private Path folder;

    @Test
    void everyPictureIsTakenAnew(Browser browser, Cluster cluster) {
        Khabar khabar = Khabar.on(cluster, folder)
                // The last windows stay open: nothing comes after the news, but for a reader the day is not over.
                .with("KHABAR_IDLE_CLOSE", "1h")
                // Two weeks go by in half a minute: what becomes known within the second must not be late.
                .with("KHABAR_WINDOW_LATENESS", "PT1M=2d,PT1H=2d,P1D=12h");
        assertThat(khabar.run("topics", "create").exitCode()).isZero();
        try (Site site = Site.start(khabar)) {
            site.replay(
                    "--rate",
                    RATE,
                    MadeUpNews.writeTo(folder, MadeUpNews.of(SEED)).toString());
            browser.until(
                    "the rate is over",
                    shown -> assertThat(site.api("/api/status")
                                    .at("/figures/articlesPerSecond")
                                    .asDouble())
                            .isZero());

            picturePages(browser.hideScrollbars(), site);
            pictureTerminal(browser, khabar, cluster.bootstrapServers());
        }
    }

    private static void picturePages(Browser browser, Site site) {
        front(browser.resize(1440, 960).prefer("light"), site, "fa");
        take(browser, "dashboard-fa-light.png");
        front(browser.prefer("dark"), site, "fa");
        take(browser, "dashboard-fa-dark.png");
        front(browser.prefer("light"), site, "en");
        take(browser, "dashboard-en-light.png");

        Page page = front(browser.resize(360, 780, 2), site, "fa");
        take(browser, "dashboard-mobile.png");
        browser.resize(1440, 1000).prefer("dark");
        page.goTo("#/entity/" + URLEncoder.encode(ENTITY, UTF_8));
        page.awaitEntity();
        take(browser, "dashboard-entity.png");
        browser.resize(1440, 900).prefer("light");
        page.goTo("#/article/" + URLEncoder.encode(MadeUpNews.PICTURED, UTF_8));
        page.awaitArticle();
        browser.pointAt("#article-original .body mark.mention", POINTED_AT);
        take(browser, "dashboard-article.png");
    }

    /** The front page once all of the news is counted. */
    private static Page front(Browser browser, Site site, String language) {
        Page page = Page.open(browser, site, language);
        browser.until("all is counted", shown -> assertThat(site.mentions()).containsAllEntriesOf(page.entities()));
        return page;
    }

    private void pictureTerminal(Browser browser, Khabar khabar, String bootstrapServers) {
        assumeTrue(TerminalScreen.isThere(), "tmux: not on the PATH (expected: for the pictures of the terminal)");
        List<String> watch = khabar.commandLine("watch", "--bidi", "off", "--bootstrap-servers", bootstrapServers);
        try (TerminalScreen screen = TerminalScreen.run(COLUMNS, ROWS, watch)) {
            browser.until(
                    "the terminal shows news",
                    shown -> assertThat(screen.text())
                            .contains("newest articles (")
                            .contains("trends ("));
            screen.press("Down", "Down");
            browser.until(
                    "the third row is selected",
                    shown -> assertThat(screen.text().lines().toList().get(THIRD_ROW))
                            .startsWith(">"));
            String styled = screen.styled();
            write(IMAGES.resolve("terminal.txt"), screen.text().getBytes(UTF_8));
            Path page = folder.resolve("terminal.html");
            write(page, StyledText.page(styled).getBytes(UTF_8));
            URI address = page.toUri();
            browser.resize(1040, 32 + 21 * ROWS).open(address);
            take(browser, "terminal.png");
        }
    }

    /** Takes it when nothing moves any more. */
    private static void take(Browser browser, String name) {
        browser.tell("document.activeElement.blur()");
        List<byte[]> same = new ArrayList<>();
        browser.until(name + " stands still", shown -> {
            byte[] picture = shown.picture();
            if (!same.isEmpty() && !Arrays.equals(picture, same.get(0))) {
                same.clear();
            }
            same.add(picture);
            assertThat(same).hasSizeGreaterThan(LOOKS);
        });
        write(IMAGES.resolve(name), SmallPng.of(same.get(0)));
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
