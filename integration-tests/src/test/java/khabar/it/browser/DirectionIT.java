package khabar.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Right to left, and its mirror. Geometry is compared and not pixels: fonts may differ, sides may not. */
@ExtendWith({InChromium.class, OneSite.class})
final class DirectionIT {
    private static final Pattern LATIN_DIGIT = Pattern.compile("[0-9]");

    @Test
    void thePersianPageRunsFromRightToLeftAndTheEnglishOneIsItsMirror(Browser browser, Site site) {
        browser.resize(1280, 900);
        Page page = Page.open(browser, site, "fa");
        assertThat(page.direction("#entities")).isEqualTo("rtl");
        Row persian = page.firstEntity();
        long width = browser.ask("return document.documentElement.clientWidth");
        assertThat(persian.order())
                .as("rank, name and count from the right")
                .isEqualTo(List.of("count", "names", "rank"));

        page.click("#language");
        browser.until(
                "the page is English",
                shown -> assertThat(page.direction("#entities")).isEqualTo("ltr"));
        Row english = page.firstEntity();
        assertThat(english.order()).isEqualTo(List.of("rank", "names", "count"));
        assertThat(english.left("rank"))
                .as("as far from its side")
                .isCloseTo(width - persian.right("rank"), within(2.0));
    }

    @Test
    void thePersianPageWritesPersianDigitsAndJalaliDates(Browser browser, Site site) {
        Page page = Page.open(browser, site, "fa");

        assertThat(page.text("#when")).contains("۱۱ اسفند ۱۴۰۲");
        for (String part : List.of("#when", "#figures", "#note")) {
            assertThat(page.text(part)).doesNotContainPattern(LATIN_DIGIT).isNotBlank();
        }
        assertThat(page.texts("#entities .count, #entities .rank, #subjects .count, #articles time"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContainPattern(LATIN_DIGIT));

        page.click("#language");
        browser.until(
                "the date is that of the other calendar",
                shown -> assertThat(page.text("#when")).contains("1 March 2024"));
    }

    @Test
    void aLatinNameInAPersianLineMovesNothingAroundIt(Browser browser, Site site) {
        Page page = Page.open(browser, site, "fa");

        List<Map<String, String>> foreign = browser.ask("""
                return [...document.querySelectorAll("#articles .headline bdi, #entities bdi")].map((each) =>
                  ({ tag: each.tagName, isolation: getComputedStyle(each).unicodeBidi, dir: each.dir }));
                """);
        assertThat(foreign).isNotEmpty().allSatisfy(headline -> {
            assertThat(headline.get("dir")).isEqualTo("auto");
            assertThat(headline.get("isolation")).isIn("isolate", "plaintext");
        });
    }
}
