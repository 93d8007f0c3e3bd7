package khabar.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** The page as tests see it: the only place that knows its elements. */
record Page(Browser browser, Site site) {
    /** Whole numbers in the digits of either language; what else stands there is a unit or a mark. */
    private static final String NUMBER = """
            const number = (text) => Number(text
              .replace(/[۰-۹]/g, (digit) => "۰۱۲۳۴۵۶۷۸۹".indexOf(digit))
              .replace(/[,٬\\s]/g, "").match(/^\\D*(\\d+)/)[1]);
            """;

    /** Opens it in a language, and waits until it shows news. */
    static Page open(Browser browser, Site site, String language) {
        Page page = openEmpty(browser, site, language);
        page.awaitNews();
        return page;
    }

    /** Opens it in a language. */
    static Page openEmpty(Browser browser, Site site, String language) {
        browser.open(address(site, language));
        return new Page(browser, site);
    }

    private static URI address(Site site, String language) {
        return site.address().resolve("/?lang=" + language);
    }

    void awaitNews() {
        browser.until("entities, subjects and articles are shown", shown -> {
            assertThat(entities()).isNotEmpty();
            assertThat(subjects()).isNotEmpty();
            assertThat(headlines()).isNotEmpty();
        });
    }

    /** Mentions by entity id, most first. */
    Map<String, Long> entities() {
        return rows("#entities");
    }

    /** Articles by subject code. */
    Map<String, Long> subjects() {
        return rows("#subjects");
    }

    private Map<String, Long> rows(String list) {
        return browser.ask(NUMBER + """
                        return Object.fromEntries([...document.querySelectorAll(`${arguments[0]} > [data-key]`)]
                          .map((row) => [row.dataset.key, number(row.querySelector(".count").textContent)]));
                        """, list);
    }

    /** Headlines of the river, as text. */
    List<String> headlines() {
        return browser.ask(
                "return [...document.querySelectorAll('#articles .headline')].map((each) => each.textContent)");
    }

    /** A figure of the stream by its name on the page. */
    Map<String, Long> figures() {
        return browser.ask(NUMBER + """
                        return Object.fromEntries([...document.querySelectorAll("#figures > div")]
                          .map((each) => [each.querySelector("dt").textContent, number(each.querySelector("dd").textContent)]));
                        """);
    }

    /** Whether it says that the connection is there. */
    boolean isConnected() {
        return browser.<Boolean>ask("return document.querySelector('#state').classList.contains('fine')");
    }

    String text(String selector) {
        return browser.ask("return document.querySelector(arguments[0]).innerText", selector);
    }

    void click(String selector) {
        browser.tell("document.querySelector(arguments[0]).click()", selector);
    }

    List<String> texts(String selector) {
        return browser.ask(
                "return [...document.querySelectorAll(arguments[0])].map((each) => each.innerText)", selector);
    }

    /** The computed direction of an element. */
    String direction(String selector) {
        return browser.ask("return getComputedStyle(document.querySelector(arguments[0])).direction", selector);
    }

    /** The boxes of the first entity: rank, names and count. */
    Row firstEntity() {
        return new Row(browser.ask("""
                const row = document.querySelector("#entities > [data-key]");
                return Object.fromEntries(["rank", "names", "count"].map((part) => {
                  const box = row.querySelector(`.${part}`).getBoundingClientRect();
                  return [part, [box.left, box.right]];
                }));
                """));
    }

    /** The elements that stand out where the content is wider than the viewport. */
    List<String> overflow() {
        return browser.ask("""
                const width = document.documentElement.clientWidth;
                if (document.documentElement.scrollWidth <= width) return [];
                return [...document.querySelectorAll("body *")]
                  .filter((each) => each.getBoundingClientRect().right > width + 1 || each.getBoundingClientRect().left < -1)
                  .map((each) => `${each.tagName}.${each.className}#${each.id}`);
                """);
    }
}
