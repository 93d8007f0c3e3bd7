package khabar.web;

import static khabar.query.live.Outputs.DAY;
import static khabar.query.live.Outputs.LAVROV;
import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.SYRIA;
import static khabar.query.live.Outputs.TODAY;
import static khabar.query.live.Outputs.article;
import static khabar.query.live.Outputs.count;
import static khabar.query.live.Outputs.of;
import static khabar.query.live.Outputs.top;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.NamedEntity;
import khabar.schemas.PaneTiming;
import khabar.schemas.PubStatus;
import khabar.schemas.RankedEntity;
import khabar.topics.WindowKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API says where words such as Iranian count. */
final class DemonymAnswersTest {
    private static final WindowKey YESTERDAY = new WindowKey(MIDNIGHT.minus(DAY), DAY, "");
    /** Most named, but more than half of it by demonyms, and some of the rest in a copy. */
    private static final RankedEntity IRAN =
            new RankedEntity("Q794", "place", Map.of(), 30L, 6L, 22L, 4L, 18L, 3L, 15L, 2L);
    /** Named by demonyms alone. */
    private static final RankedEntity PERSIANS =
            new RankedEntity("Q9", "place", Map.of(), 9L, 3L, 9L, 3L, 9L, 3L, 9L, 3L);
    /** The same of Iran, in one article. */
    private static final RankedEntity ALONE =
            new RankedEntity("Q794", "place", Map.of(), 2L, 1L, 2L, 1L, 2L, 1L, 2L, 1L);

    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void open() {
        site = Site.countingDemonyms(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whereTheyAreNotCountedTheyCannotBeHadAndTheAnswerSaysHowTheyCould(@TempDir Path other) throws Exception {
        try (Site none = Site.open(other)) {
            none.shelf().put(count(TODAY, IRAN));
            for (String path : List.of("/api/entities", "/api/entities/Q794", "/api/entities/Q794/timeline")) {
                assertThat(none.get(path + "?demonyms=without").statusCode()).isEqualTo(200);
                assertThat(Site.parse(none.get(path + "?demonyms=with"))
                                .get("detail")
                                .asText())
                        .isEqualTo("demonyms: with (expected: without, since the setting demonyms is none;"
                                + " set it to counted to have both)");
            }
            assertThat(none.json("/api/status").get("demonyms").asText()).isEqualTo("none");
        }
        assertThat(site.json("/api/status").get("demonyms").asText()).isEqualTo("counted");
    }

    @Test
    void withAndWithoutDuplicatesAndDemonymsAreFourAnswers() throws Exception {
        site.shelf()
                .put(
                        count(TODAY, IRAN),
                        count(TODAY, SYRIA),
                        count(TODAY, LAVROV),
                        count(TODAY, PERSIANS),
                        top(TODAY, PaneTiming.EARLY, IRAN, SYRIA, PERSIANS, LAVROV));

        for (String with : List.of("", "&demonyms=with")) {
            assertThat(numbers("/api/entities?limit=3" + with))
                    .containsExactly("Q794 30/6 22/4", "Q858 20/2 20/2", "Q9 9/3 9/3");
        }
        assertThat(numbers("/api/entities?count=unique&demonyms=with"))
                .containsExactly("Q794 30/6 22/4", "Q858 20/2 20/2", "Q9 9/3 9/3", "Q58217 8/2 8/2");
        // Who is named by demonyms alone is not named without them.
        assertThat(numbers("/api/entities?demonyms=without"))
                .containsExactly("Q858 20/2 20/2", "Q794 12/3 7/2", "Q58217 8/2 8/2");
        assertThat(numbers("/api/entities?demonyms=without&count=unique"))
                .containsExactly("Q858 20/2 20/2", "Q58217 8/2 8/2", "Q794 12/3 7/2");
        assertThat(numbers("/api/entities?demonyms=without&type=place"))
                .containsExactly("Q858 20/2 20/2", "Q794 12/3 7/2");
        assertThat(numbers("/api/entities?demonyms=without&limit=1&offset=1")).containsExactly("Q794 12/3 7/2");
        assertThat(site.json("/api/entities?demonyms=without&limit=2")
                        .get("next")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void oneEntityIsToldWithoutDemonymsToo() throws Exception {
        site.shelf().put(count(YESTERDAY, ALONE), count(TODAY, IRAN));

        assertThat(numbers(site.json("/api/entities/Q794"))).isEqualTo("Q794 30/6 22/4");
        assertThat(numbers(site.json("/api/entities/Q794?demonyms=without"))).isEqualTo("Q794 12/3 7/2");
        JsonNode with = site.json("/api/entities/Q794/timeline?demonyms=with");
        assertThat(with.get("points").findValuesAsText("articles")).containsExactly("1", "6");
        JsonNode without = site.json("/api/entities/Q794/timeline?demonyms=without");
        assertThat(without.get("points").findValuesAsText("mentions")).containsExactly("0", "12");
        assertThat(without.get("points").findValuesAsText("articles")).containsExactly("0", "3");
        assertThat(without.get("points").findValuesAsText("uniqueArticles")).containsExactly("0", "2");
    }

    @Test
    void entitiesOfASubjectAreCountedWithoutDemonymsToo() throws Exception {
        EnrichedArticle byBoth = article("a:1", "یک", PubStatus.USABLE, MIDNIGHT);
        byBoth.setEntities(List.of(new NamedEntity("Q794", "place", Map.of(), 3, 2)));
        EnrichedArticle byDemonym = article("a:2", "دو", PubStatus.USABLE, MIDNIGHT);
        byDemonym.setEntities(List.of(
                new NamedEntity("Q794", "place", Map.of(), 2, 2), new NamedEntity("Q9", "place", Map.of(), 1, 1)));
        byDemonym.setDuplicateOf("a:0");
        site.shelf().put(count(TODAY, IRAN), of(byBoth), of(byDemonym));

        String path = "/api/entities?subject=medtop:16000000&demonyms=";
        assertThat(numbers(path + "with")).containsExactly("Q794 5/2 3/1", "Q9 1/1 0/0");
        assertThat(numbers(path + "without")).containsExactly("Q794 1/1 1/1");
    }

    private List<String> numbers(String path) throws Exception {
        List<String> rows = new ArrayList<>();
        site.json(path).get("entities").forEach(row -> rows.add(numbers(row)));
        return rows;
    }

    /** Mentions and articles, and both without near-duplicates. */
    private static String numbers(JsonNode row) {
        return "%s %s/%s %s/%s"
                .formatted(
                        row.get("id").asText(),
                        row.get("mentions"),
                        row.get("articles"),
                        row.get("uniqueMentions"),
                        row.get("uniqueArticles"));
    }
}
