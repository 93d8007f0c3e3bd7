package khabar.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import khabar.it.Cluster;
import khabar.it.SharedBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whoever writes an article writes a part of the page: it must stay text, wherever it stands. */
@ExtendWith({InChromium.class, SharedBroker.class})
final class HostileArticlesIT {
    private static final String ENTITY = "khabar:org:evil-lab";
    private static final List<String> MARKUP = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "\"><iframe srcdoc=\"<script>parent.bitten=1</script>\"></iframe>",
            "' autofocus onfocus='window.bitten=1",
            "<img src=https://evil.example/pixel.png>",
            "<style>@import 'https://evil.example/a.css'; body { display: none }</style>",
            "</title></textarea></script><script>window.bitten=1</script>",
            "{{constructor.constructor('alert(1)')()}}${alert(1)}",
            "&lt;img src=x onerror=alert(1)&gt;",
            "<base href=https://evil.example/><meta http-equiv=refresh content='0;url=https://evil.example/'>",
            "<form action=https://evil.example/><button autofocus>x</button></form>");
    private static final List<String> ADDRESSES = List.of(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "\u0001javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:alert(1)",
            "//evil.example/",
            "https://evil.example/\" onmouseover=\"alert(1)");

    @TempDir
    private Path folder;

    @Test
    void markupInEveryFieldOfAnArticleStaysText(Browser browser, Cluster cluster) throws IOException {
        String gazetteer = hostileNames().toString();
        try (Site site = Site.start(cluster, folder, "--gazetteer", gazetteer)) {
            Site filled = site.with("KHABAR_GAZETTEER", gazetteer)
                    .replay(hostileArticles().toString());
            List<String> uris = filled.uris();
            assertThat(uris).hasSize(MARKUP.size());

            for (String language : List.of("fa", "en")) {
                Page page = Page.open(browser, filled, language);
                isHarmless(browser);
                assertThat(page.headlines()).as("they are shown as they are").containsAll(MARKUP);
                assertThat(page.text("#entities")).contains("<img src=x onerror=\"window.bitten=1\">");
            }
            openAll(browser, new Page(browser, filled), uris);
            String origin = site.address().getScheme() + "://" + site.address().getAuthority();
            assertThat(browser.traffic().origins()).containsExactly(origin);
        }
    }

    private static void openAll(Browser browser, Page page, List<String> uris) {
        for (String uri : uris) {
            page.goTo("#/article/" + URLEncoder.encode(uri, UTF_8).replace("+", "%20"));
            browser.until(
                    "the article is shown",
                    shown -> assertThat(page.contents("#article-original .headline"))
                            .containsExactly(uri.replaceFirst("urn:hostile:\\d+", "")));
            isHarmless(browser);
        }
        page.goTo("#/entity/" + ENTITY);
        page.awaitEntity();
        assertThat(page.text("#entity")).contains("<img src=x onerror=\"window.bitten=1\">");
        isHarmless(browser);
    }

    /** Nothing of an article has run, been fetched or become an element. */
    static void isHarmless(Browser browser) {
        assertThat(browser.hasDialog()).as("a dialog").isFalse();
        assertThat(browser.<Boolean>ask("return window.bitten === undefined")).isTrue();
        assertThat(browser.breaches()).isEmpty();
        List<String> strangers = browser.ask("""
                const markup = "iframe, object, embed, base, form, style, img, meta[http-equiv], script:not([src^='/page/'])";
                return [...document.querySelectorAll("*")]
                  .filter((each) => each.matches(markup)
                    || each.getAttributeNames().some((name) => name.startsWith("on") || name === "srcdoc")
                    || (each.hasAttribute("href") && !/^(https?:|[#/?])/.test(each.getAttribute("href"))))
                  .map((each) => each.outerHTML.slice(0, 200));
                """);
        assertThat(strangers).as("elements that no page of ours has").isEmpty();
    }

    private Path hostileNames() throws IOException {
        String name = "<img src=x onerror=\"window.bitten=1\">";
        return Files.writeString(
                folder.resolve("hostile.gaz"),
                ENTITY + " | org | " + name + "; آزمایشگاه بد | " + name + "; Evil Lab\n",
                UTF_8);
    }

    private Path hostileArticles() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < MARKUP.size(); i++) {
            lines.add(article(i, MARKUP.get(i), ADDRESSES.get(i % ADDRESSES.size()))
                    .toString());
        }
        return Files.write(folder.resolve("hostile.jsonl"), lines, UTF_8);
    }

    private static ObjectNode article(int number, String markup, String address) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("uri", "urn:hostile:" + number + markup)
                .put("version", "1")
                .put("publishedAt", "2024-03-01T0%d:%02d:00Z".formatted(number / 60, number % 60))
                .put("headline", markup)
                .put("lead", markup + " Evil Lab")
                .put("body", "Evil Lab won the football match in Tehran. " + markup + "\n\n" + markup)
                .put("language", "en")
                .put("source", markup)
                .put("url", address)
                .put("byline", markup)
                .put(markup, markup);
    }
}
