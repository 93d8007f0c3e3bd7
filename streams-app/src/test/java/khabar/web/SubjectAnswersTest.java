package khabar.web;

import static khabar.query.live.Outputs.DAY;
import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.SYRIA;
import static khabar.query.live.Outputs.TODAY;
import static khabar.query.live.Outputs.article;
import static khabar.query.live.Outputs.count;
import static khabar.query.live.Outputs.of;
import static khabar.query.live.Outputs.subject;
import static khabar.query.live.Outputs.top;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import khabar.schemas.PaneTiming;
import khabar.schemas.PubStatus;
import khabar.topics.WindowKey;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SubjectAnswersTest {
    private static final WindowKey YESTERDAY = new WindowKey(MIDNIGHT.minus(DAY), DAY, "");

    @AutoClose
    private Site site;

    @BeforeEach
    void open(@TempDir Path folder) {
        site = Site.open(folder);
    }

    @Test
    void aSubjectIsMeantWithAndWithoutItsScheme() throws Exception {
        site.shelf()
                .put(
                        subject(TODAY, "medtop:16000000", "war", "جنگ", 2),
                        count(TODAY, SYRIA),
                        of(article("a:1", "یک", PubStatus.USABLE, MIDNIGHT)));

        for (String path :
                List.of("/api/subjects/%s/timeline", "/api/entities?subject=%s", "/api/articles?subject=%s")) {
            assertThat(site.json(path.formatted("16000000")))
                    .as(path)
                    .isEqualTo(site.json(path.formatted("medtop:16000000")));
            HttpResponse<String> wrong = site.get(path.formatted("war"));
            assertThat(wrong.statusCode()).as(path).isEqualTo(400);
            assertThat(wrong.body()).contains(": war (expected: a code of a subject, such as medtop:16000000");
        }
        assertThat(site.json("/api/articles?subject=16000000").get("articles")).hasSize(1);
        assertThat(site.json("/api/articles?subject=01000000").get("articles")).isEmpty();
        assertThat(site.json("/api/subjects/16000000/timeline").get("points")).hasSize(1);
        assertThat(site.json("/api/subjects/16000000/timeline?window=PT1H").get("points"))
                .as("the rules know it")
                .isEmpty();
        assertThat(site.get("/api/subjects/99999999/timeline").statusCode()).isEqualTo(404);
    }

    @Test
    void aWindowWhoseArticlesWereAllWithdrawnIsNotTheNewest() throws Exception {
        site.shelf()
                .put(
                        count(YESTERDAY, SYRIA),
                        subject(YESTERDAY, "medtop:16000000", "war", "جنگ", 2),
                        subject(TODAY, "medtop:16000000", "war", "جنگ", 0),
                        top(TODAY, PaneTiming.LATE));

        assertThat(site.json("/api/subjects").at("/window/start").asText())
                .isEqualTo(YESTERDAY.start().toString());
        assertThat(site.json("/api/entities").get("entities")).hasSize(1);
        site.shelf().put(top(TODAY, PaneTiming.LATE, SYRIA));
        assertThat(site.json("/api/subjects").at("/window/start").asText())
                .isEqualTo(TODAY.start().toString());
    }
}
