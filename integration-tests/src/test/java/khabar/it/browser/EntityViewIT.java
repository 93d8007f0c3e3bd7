package khabar.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

@ExtendWith({InChromium.class, OneSite.class})
final class EntityViewIT {

    @Test
    void theNumbersOfAnEntityAreThoseOfTheApi(Browser browser, Site site) {
        Page page = Page.open(browser, site, "fa").openEntity();

        JsonNode entity = site.api("/api/entities/" + page.shownEntity() + "?window=P1D");
        assertThat(entity.path("mentions").asLong()).isPositive();
        assertThat(page.entityNumbers())
                .startsWith(
                        entity.path("mentions").asLong(),
                        entity.path("articles").asLong());
        assertThat(page.texts("#entity-title"))
                .containsExactly(entity.at("/names/fa").asText());
    }

    @Test
    void theKeyboardOpensAnEntityAndComesBackToWhereItWas(Browser browser, Site site) {
        Page page = Page.open(browser, site, "fa");
        browser.tabTo(Page.ENTITY);
        browser.tabTo(Page.ENTITY);
        KeyboardIT.focusCanBeSeen(browser);
        String left = KeyboardIT.focus(browser);

        browser.press(Keys.ENTER);
        page.awaitEntity();
        assertThat(KeyboardIT.focus(browser)).as("the heading is read out").startsWith("H1");

        browser.back();
        browser.until(
                "the focus is where it was",
                shown -> assertThat(KeyboardIT.focus(browser)).isEqualTo(left));
        assertThat(page.isShown("#entities")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"fa, light", "fa, dark", "en, light", "en, dark"})
    void axeFindsNothingSerious(String language, String theme, Browser browser, Site site) {
        browser.prefer(theme);
        Page.open(browser, site, language).openEntity();

        assertThat(Axe.faults(browser)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 2560})
    void nothingStandsOutOfTheScreen(int width, Browser browser, Site site) {
        browser.resize(width, 900);
        assertThat(Page.open(browser, site, "fa").openEntity().overflow()).isEmpty();
    }
}
