package khabar.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

@ExtendWith({InChromium.class, OneSite.class})
final class KeyboardIT {

    @Test
    void theKeyboardOpensAnArticleAndItsMarksAndComesBackByTheLinkOnThePage(Browser browser, Site site) {
        Page page = Page.open(browser, site, "en");
        browser.tabTo(Page.ARTICLE);
        focusCanBeSeen(browser);
        String left = focus(browser);

        browser.press(Keys.ENTER);
        page.awaitArticle();
        browser.tabTo("#article-original mark");
        browser.until(
                "what a mark means is told",
                shown -> assertThat(page.texts("[role=tooltip]"))
                        .anySatisfy(text -> assertThat(text).isNotBlank()));
        browser.press(Keys.ESCAPE);

        browser.tabTo("#article .back");
        browser.press(Keys.ENTER);
        browser.until(
                "the focus is where it was", shown -> assertThat(focus(browser)).isEqualTo(left));
    }

    @Test
    void theFirstTabLeadsAroundTheControls(Browser browser, Site site) {
        Page.open(browser, site, "en");
        browser.press(Keys.TAB);
        assertThat(focus(browser)).isEqualTo("A #main");
        focusCanBeSeen(browser);
    }

    static void focusCanBeSeen(Browser browser) {
        List<String> seen = browser.ask("""
                const style = getComputedStyle(document.activeElement);
                const box = document.activeElement.getBoundingClientRect();
                return [style.outlineStyle, String(box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight)];
                """);
        assertThat(seen.get(0)).as("an outline").isNotEqualTo("none");
        assertThat(seen.get(1)).as("on the screen").isEqualTo("true");
    }

    /** Element and address of what has the focus. */
    static String focus(Browser browser) {
        return browser.ask(
                "const it = document.activeElement; return `${it.tagName} ${it.getAttribute('href') ?? it.id}`");
    }
}
