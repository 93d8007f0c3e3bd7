package khabar.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** The page as tests see it: the only place that knows its elements. */
public record Page(Browser browser, Site site) {
    static final String ENTITY = "#entities a[data-act=open]";
    static final String SUBJECT = ".treemap a";
    static final String ARTICLE = "#articles a[data-act=open]";

    /** The first whole number of a text, in the digits of either language. */
    private static final String NUMBER = """
            const number = (text) => Number(text
              .replace(/[۰-۹]/g, (digit) => "۰۱۲۳۴۵۶۷۸۹".indexOf(digit))
              .match(/\\d[\\d,٬]*/)[0].replace(/[,٬]/g, ""));
            """;

    /** Opens it in a language, and waits until it shows news. */
    public static Page open(Browser browser, Site site, String language) {
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

    /** Follows the first link to an entity, and waits for its page. */
    Page openEntity() {
        click(ENTITY);
        awaitEntity();
        return this;
    }

    public void awaitEntity() {
        browser.until("the entity is shown", shown -> {
            assertThat(isShown("#entity")).isTrue();
            assertThat(texts("#entity-numbers dd")).isNotEmpty();
        });
    }

    /** Follows the first link to an article, and waits for its page. */
    Page openArticle() {
        click(ARTICLE);
        awaitArticle();
        return this;
    }

    public void awaitArticle() {
        browser.until("the article is shown", shown -> {
            assertThat(isShown("#article")).isTrue();
            assertThat(texts("#article-original .field")).isNotEmpty();
        });
    }

    /** Goes to a place by its address, without a load. */
    public void goTo(String hash) {
        browser.tell("location.hash = arguments[0]", hash);
    }

    boolean isShown(String selector) {
        return browser.<Boolean>ask("return document.querySelector(arguments[0]).offsetParent !== null", selector);
    }

    /** The ids of the lists that say that they are empty. */
    List<String> emptyParts() {
        return browser.ask("return [...document.querySelectorAll('.empty')].map((item) => item.parentElement.id)");
    }

    /** Mentions by entity id. */
    public Map<String, Long> entities() {
        return browser.ask(NUMBER + """
                        return Object.fromEntries([...document.querySelectorAll("#entities > [data-key]")]
                          .map((row) => [row.dataset.key, number(row.querySelector(".count").textContent)]));
                        """);
    }

    /** Articles by subject code. */
    Map<String, Long> subjects() {
        return browser.ask(NUMBER + """
                        const code = (link) => decodeURIComponent(/^#.subject.([^?]+)/.exec(link.getAttribute("href"))[1]);
                        return Object.fromEntries([...document.querySelectorAll("#subjects a")]
                          .map((link) => [code(link), number(link.querySelector("b").textContent)]));
                        """);
    }

    /** Refused articles by reason, on the page of refusals. */
    Map<String, Long> reasons() {
        return browser.ask(NUMBER + """
                        return Object.fromEntries([...document.querySelectorAll("#refused-reasons > [data-key]")]
                          .map((row) => [row.dataset.key, number(row.querySelector(".count").textContent)]));
                        """);
    }

    /** Headlines of the river, as text. */
    List<String> headlines() {
        return browser.ask(
                "return [...document.querySelectorAll('#articles .headline')].map((each) => each.textContent)");
    }

    /** A figure of the stream, by its name in the API. */
    long figure(String name) {
        return browser.<Number>ask(
                        NUMBER
                                + "return number(document.querySelector(`[data-figure=${arguments[0]}] dd`).textContent)",
                        name)
                .longValue();
    }

    /** Numbers of the page of an entity, in their order. */
    List<Long> entityNumbers() {
        return browser.ask(
                NUMBER
                        + "return [...document.querySelectorAll('#entity-numbers dd')].map((each) => each.textContent).filter((text) => /[\\d۰-۹]/.test(text)).map(number)");
    }

    /** Id of the entity whose page is shown, as it stands in its address. */
    String shownEntity() {
        return browser.ask("return /^#.entity.([^?]+)/.exec(location.hash)[1]");
    }

    /** Whether it says that the connection is there. */
    boolean isConnected() {
        return browser.<Boolean>ask("return document.querySelector('#connection').classList.contains('fine')");
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

    /** What elements hold, with every character. */
    List<String> contents(String selector) {
        return browser.ask(
                "return [...document.querySelectorAll(arguments[0])].map((each) => each.textContent)", selector);
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
