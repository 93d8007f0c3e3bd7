package khabar.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith({InChromium.class, OneSite.class})
final class AccessibilityIT {

    @ParameterizedTest
    @CsvSource({"fa, light", "fa, dark", "en, light", "en, dark"})
    void axeFindsNothingSerious(String language, String theme, Browser browser, Site site) {
        browser.prefer(theme);
        Page page = Page.open(browser, site, language);

        assertThat(Axe.faults(browser)).as("first screen").isEmpty();
        page.openArticle();
        assertThat(Axe.faults(browser)).as("article").isEmpty();
    }

    @Test
    void aSubjectHasANameAlsoWhereItsFieldHasNoRoomForIt(Browser browser, Site site) {
        Page.open(browser.resize(320, 640), site, "fa");

        assertThat(browser.accessibleNames(Page.SUBJECT))
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(name).isNotBlank());
    }
}
