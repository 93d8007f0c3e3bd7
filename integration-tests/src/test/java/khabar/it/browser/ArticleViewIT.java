package khabar.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({InChromium.class, OneSite.class})
final class ArticleViewIT {
    private static final int ARTICLES = 8;

    @Test
    void mentionsAreMarkedInTheOriginalWhereTheApiSays(Browser browser, Site site) {
        Page page = Page.open(browser, site, "fa");
        int marks = 0;
        for (String uri : site.uris().subList(0, ARTICLES)) {
            JsonNode article = site.api("/api/articles/" + URLEncoder.encode(uri, StandardCharsets.UTF_8));
            page.goTo("#/article/" + URLEncoder.encode(uri, StandardCharsets.UTF_8));
            String body = article.at("/original/body").asText();
            browser.until(
                    "its text is shown as it came",
                    shown ->
                            assertThat(page.contents("#article-original .body")).containsExactly(body));
            assertThat(page.contents("#article-original mark.mention"))
                    .as(uri)
                    .containsExactlyInAnyOrderElementsOf(surfaceForms(article));
            marks += surfaceForms(article).size();
        }
        assertThat(marks).isPositive();
    }

    private static List<String> surfaceForms(JsonNode article) {
        List<String> forms = new ArrayList<>();
        article.path("mentions").forEach(mention -> {
            String field = mention.path("field").asText().toLowerCase(Locale.ROOT);
            String text = article.path("original").path(field).asText();
            String form = text.substring(
                    mention.path("start").asInt(), mention.path("end").asInt());
            assertThat(form).isEqualTo(mention.path("surfaceForm").asText());
            forms.add(form);
        });
        return forms;
    }
}
