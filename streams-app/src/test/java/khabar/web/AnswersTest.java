package khabar.web;

import static khabar.query.live.Outputs.DAY;
import static khabar.query.live.Outputs.LAVROV;
import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.MINUTE;
import static khabar.query.live.Outputs.NAMELESS;
import static khabar.query.live.Outputs.SYRIA;
import static khabar.query.live.Outputs.TODAY;
import static khabar.query.live.Outputs.article;
import static khabar.query.live.Outputs.count;
import static khabar.query.live.Outputs.of;
import static khabar.query.live.Outputs.pair;
import static khabar.query.live.Outputs.rejected;
import static khabar.query.live.Outputs.subject;
import static khabar.query.live.Outputs.top;
import static khabar.query.live.Outputs.trend;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import khabar.query.live.Output;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.NamedEntity;
import khabar.schemas.PaneTiming;
import khabar.schemas.PubStatus;
import khabar.schemas.RankedEntity;
import khabar.schemas.RejectReason;
import khabar.schemas.TrendState;
import khabar.topics.WindowKey;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnswersTest {
    private static final WindowKey YESTERDAY = new WindowKey(MIDNIGHT.minus(DAY), DAY, "");
    /** Most mentions of all, but all in copies. */
    private static final RankedEntity COPIED =
            new RankedEntity("Q1", "place", Map.of(), 50L, 5L, 1L, 1L, 0L, 0L, 0L, 0L);

    @AutoClose
    private Site site;

    @BeforeEach
    void open(@TempDir Path folder) {
        site = Site.open(folder);
    }

    @Test
    void windowsComeNewestFirstAndGoOn() throws Exception {
        site.shelf().put(top(YESTERDAY, PaneTiming.ON_TIME, LAVROV), top(TODAY, PaneTiming.EARLY, SYRIA));

        JsonNode first = site.json("/api/windows?window=P1D&limit=1");
        JsonNode second = site.json(
                "/api/windows?window=P1D&limit=1&before=" + first.get("next").asText());

        assertThat(first.at("/windows/0/start").asText()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(first.at("/windows/0/open").asBoolean()).isTrue();
        assertThat(second.at("/windows/0/start").asText()).isEqualTo("2019-12-31T00:00:00Z");
        assertThat(second.at("/windows/0/timing").asText()).isEqualTo("ON_TIME");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(site.json("/api/windows?window=PT1H").get("windows")).isEmpty();
    }

    @Test
    void entitiesAreChosenByTypeOrderedWithoutCopiesAndPaged() throws Exception {
        site.shelf().put(count(TODAY, COPIED), count(TODAY, SYRIA), count(TODAY, LAVROV), count(TODAY, NAMELESS));

        assertThat(ids("/api/entities", "entities")).containsExactly("Q1", "Q858", "Q58217", "khabar:somebody");
        assertThat(ids("/api/entities?count=unique", "entities"))
                .containsExactly("Q858", "Q58217", "Q1", "khabar:somebody");
        assertThat(ids("/api/entities?type=person", "entities")).containsExactly("Q58217", "khabar:somebody");
        List<String> paged = new ArrayList<>();
        JsonNode page = site.json("/api/entities?limit=1");
        paged.addAll(page.get("entities").findValuesAsText("id"));
        while (!page.get("next").isNull()) {
            page = site.json("/api/entities?limit=1&offset=" + page.get("next").asInt());
            paged.addAll(page.get("entities").findValuesAsText("id"));
        }
        assertThat(paged).containsExactly("Q1", "Q858", "Q58217", "khabar:somebody");
    }

    @Test
    void rowsOfTheRankingAndRowsOfTheCountsAreTheSame() throws Exception {
        site.shelf().put(count(TODAY, SYRIA), count(TODAY, LAVROV));
        JsonNode fromCounts = site.json("/api/entities?limit=1");
        site.shelf().put(top(TODAY, PaneTiming.EARLY, SYRIA, LAVROV));

        assertThat(site.json("/api/entities?limit=1").get("entities")).isEqualTo(fromCounts.get("entities"));
    }

    @Test
    void entitiesOfASubjectAreCountedFromItsArticles() throws Exception {
        site.shelf().put(count(TODAY, SYRIA), count(TODAY, LAVROV));
        EnrichedArticle copy = article("a:2", "دو", PubStatus.USABLE, MIDNIGHT);
        copy.setDuplicateOf("a:1");
        site.shelf().put(of(article("a:1", "یک", PubStatus.USABLE, MIDNIGHT)), of(copy));

        JsonNode rows = site.json("/api/entities?subject=medtop:16000000").get("entities");

        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/id").asText()).isEqualTo("Q858");
        assertThat(rows.at("/0/articles").asLong()).isEqualTo(2);
        assertThat(rows.at("/0/uniqueArticles").asLong()).isEqualTo(1);
        assertThat(site.json("/api/entities?subject=medtop:01000000").get("entities"))
                .isEmpty();
    }

    @Test
    void namesFollowTheRulesInForceAlsoWhereTheArchiveStandsStill() throws Exception {
        site.shelf()
                .put(
                        count(TODAY, SYRIA),
                        top(TODAY, PaneTiming.EARLY, SYRIA),
                        of(article("a:1", "یک", PubStatus.USABLE, MIDNIGHT)));
        assertThat(nameOfTheFirstSubject()).isEqualTo("war");

        site.changeRules();

        assertThat(nameOfTheFirstSubject()).isEqualTo("war 2");
    }

    private String nameOfTheFirstSubject() throws Exception {
        return site.json("/api/entities/Q858").at("/subjects/0/names/en").asText();
    }

    @Test
    void thePageOfAnEntityTellsAllOfOneWindow() throws Exception {
        site.shelf()
                .put(
                        top(TODAY, PaneTiming.EARLY, SYRIA, LAVROV),
                        count(TODAY, SYRIA),
                        count(TODAY, LAVROV),
                        count(YESTERDAY, LAVROV),
                        trend(TODAY, SYRIA, TrendState.RISING, 4.5),
                        pair(TODAY, LAVROV, SYRIA, 2),
                        of(article("a:1", "سوریه", PubStatus.USABLE, MIDNIGHT)));

        JsonNode page = site.json("/api/entities/Q858");

        assertThat(page.at("/names/en").asText()).isEqualTo("Syria");
        assertThat(page.at("/window/start").asText()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(page.get("mentions").asLong()).isEqualTo(20);
        assertThat(page.at("/trend/score").asDouble()).isEqualTo(4.5);
        assertThat(page.at("/subjects/0/code").asText()).isEqualTo("medtop:16000000");
        assertThat(page.at("/subjects/0/names/fa").asText()).isEqualTo("جنگ");
        assertThat(page.at("/pairs/0/id").asText()).isEqualTo("Q58217");
        assertThat(page.at("/pairs/0/names/en").asText()).isEqualTo("Sergey Lavrov");
        assertThat(page.at("/newestArticles/0/uri").asText()).isEqualTo("a:1");
        assertThat(site.get("/api/entities/Q0").statusCode()).isEqualTo(404);
        JsonNode before = site.json("/api/entities/Q858?start=2019-12-31T00:00:00Z");
        assertThat(before.get("articles").asLong()).isZero();
        assertThat(before.get("newestArticles")).isEmpty();
        assertThat(before.get("trend").isNull()).isTrue();
    }

    @Test
    void aTimelineOfTenThousandPointsComesInOrderAndCanBeCut() throws Exception {
        List<Output> minutes = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            // Every second minute has news.
            minutes.add(count(new WindowKey(MIDNIGHT.plusSeconds(120L * i), MINUTE, ""), SYRIA));
        }
        site.shelf().put(minutes.toArray(Output[]::new));

        JsonNode all = site.json("/api/entities/Q858/timeline?window=PT1M").get("points");
        List<String> starts = all.findValuesAsText("start");

        assertThat(starts).hasSize(10_000);
        assertThat(starts.stream().map(Instant::parse).toList()).isSorted();
        JsonNode some = site.json(
                "/api/entities/Q858/timeline?window=PT1M&from=2020-01-01T00:03:00Z&to=2020-01-01T00:10:00Z&limit=2");
        assertThat(some.get("points").findValuesAsText("start"))
                .containsExactly("2020-01-01T00:04:00Z", "2020-01-01T00:06:00Z");
        assertThat(some.get("next").asText()).isEqualTo("2020-01-01T00:08:00Z");
        assertThat(site.get("/api/entities/Q0/timeline").body())
                .contains("id: Q0 (expected: one with counts in windows of this size)");
    }

    @Test
    void subjectsMakeATree() throws Exception {
        site.shelf()
                .put(
                        subject(TODAY, "medtop:16000000", "war", "جنگ", 2),
                        subject(TODAY, "medtop:20000053", "terror", "ترور", 1));

        JsonNode subjects = site.json("/api/subjects").get("subjects");

        assertThat(subjects.findValuesAsText("code")).containsExactly("medtop:16000000", "medtop:20000053");
        assertThat(subjects.at("/0/parent").isNull()).isTrue();
        assertThat(subjects.at("/1/parent").asText()).isEqualTo("medtop:16000000");
        assertThat(site.json("/api/subjects/medtop:20000053/timeline")
                        .at("/points/0/articles")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void whoIsNamedTogetherStandsByArticles() throws Exception {
        site.shelf()
                .put(
                        count(TODAY, SYRIA),
                        count(TODAY, LAVROV),
                        pair(TODAY, LAVROV, NAMELESS, 1),
                        pair(TODAY, SYRIA, LAVROV, 3),
                        pair(YESTERDAY, SYRIA, LAVROV, 9));

        JsonNode pairs = site.json("/api/pairs").get("pairs");

        assertThat(pairs).hasSize(2);
        assertThat(pairs.at("/0/a/id").asText()).isEqualTo("Q58217");
        assertThat(pairs.at("/0/b/id").asText()).isEqualTo("Q858");
        assertThat(pairs.at("/0/b/names/fa").asText()).isEqualTo("سوریه");
        assertThat(pairs.at("/0/articles").asLong()).isEqualTo(3);
        assertThat(site.json("/api/pairs?entity=khabar:somebody").get("pairs")).hasSize(1);
        assertThat(site.json("/api/pairs?limit=1").get("pairs")).hasSize(1);
    }

    @Test
    void whoTrendedBeforeAnOpenWindowIsShownInItUntilItSaysOtherwise() throws Exception {
        site.shelf()
                .put(
                        top(YESTERDAY, PaneTiming.ON_TIME, SYRIA, LAVROV),
                        trend(YESTERDAY, SYRIA, TrendState.TRENDING, 5),
                        trend(YESTERDAY, LAVROV, TrendState.TRENDING, 6),
                        trend(YESTERDAY, NAMELESS, TrendState.ENDED, 1),
                        top(TODAY, PaneTiming.EARLY, SYRIA, LAVROV),
                        trend(TODAY, COPIED, TrendState.RISING, 9),
                        trend(TODAY, SYRIA, TrendState.ENDED, 0.1));

        assertThat(ids("/api/trends", "trends")).containsExactly("Q1", "Q58217");
        assertThat(ids("/api/trends?start=2019-12-31T00:00:00Z", "trends")).containsExactly("Q58217", "Q858");
    }

    @Test
    void articlesAreFoundByEverythingTogetherAndGoOn() throws Exception {
        for (int i = 0; i < 5; i++) {
            EnrichedArticle one = article("a:" + i, "خبر " + i, PubStatus.USABLE, MIDNIGHT);
            one.setPublishedAt(MIDNIGHT.plusSeconds(i));
            one.setSource(i % 2 == 0 ? "فارس" : "IRNA");
            site.shelf().put(of(one));
        }
        EnrichedArticle english = article("a:en", "News", PubStatus.USABLE, MIDNIGHT);
        english.setLanguage("en");
        english.setEntities(List.of(new NamedEntity("Q58217", "person", Map.of(), 2, 0)));
        site.shelf().put(of(english));

        assertThat(uris("/api/articles")).containsExactly("a:4", "a:3", "a:2", "a:1", "a:0", "a:en");
        assertThat(uris("/api/articles?entity=Q58217")).containsExactly("a:en");
        assertThat(uris("/api/articles?entity=Q858&source=%D9%81%D8%A7%D8%B1%D8%B3"))
                .containsExactly("a:4", "a:2", "a:0");
        assertThat(uris("/api/articles?language=en&entity=Q858")).isEmpty();
        assertThat(uris("/api/articles?subject=medtop:16000000&from=2020-01-01T00:00:01Z&to=2020-01-01T00:00:03Z"))
                .containsExactly("a:2", "a:1");
        JsonNode first = site.json("/api/articles?source=IRNA&limit=1");
        assertThat(uris("/api/articles?source=IRNA&limit=1&before="
                        + first.get("next").asText()))
                .containsExactly("a:1");
        assertThat(site.get("/api/articles?before=hello").statusCode()).isEqualTo(400);
    }

    @Test
    void aRetractedArticleIsFoundNoMoreButStillTold() throws Exception {
        site.shelf().put(of(article("a:1", "یک", PubStatus.USABLE, MIDNIGHT)));
        EnrichedArticle gone = article("a:1", "یک", PubStatus.WITHHELD, MIDNIGHT);
        gone.setEntities(List.of());
        gone.setSubjects(List.of());
        gone.setMentions(List.of());
        site.shelf().put(of(gone));

        assertThat(uris("/api/articles")).isEmpty();
        assertThat(uris("/api/articles?entity=Q858")).isEmpty();
        assertThat(site.json("/api/articles/a:1").get("pubStatus").asText()).isEqualTo("WITHHELD");
    }

    @Test
    void refusalsAndDeadLettersAreCountedByReason() throws Exception {
        site.shelf()
                .put(
                        rejected("a:1", RejectReason.TOO_LATE, 1),
                        rejected("a:1", RejectReason.TOO_LATE, 2),
                        rejected("a:2", RejectReason.MISSING_TEXT, 3));
        site.shelf().putDeadLetter("java.lang.ArithmeticException", "/ by zero");

        JsonNode rejected = site.json("/api/rejected?limit=2");
        assertThat(rejected.at("/byReason/TOO_LATE").asLong()).isEqualTo(2);
        assertThat(rejected.get("rejected").findValuesAsText("uri")).containsExactly("a:2", "a:1");
        assertThat(site.json("/api/rejected?reason=TOO_LATE").get("rejected")).hasSize(2);
        JsonNode letters = site.json("/api/dead-letters");
        assertThat(letters.at("/byException/ArithmeticException").asLong()).isEqualTo(1);
        assertThat(letters.at("/deadLetters/0/message").asText()).isEqualTo("/ by zero");
        assertThat(letters.at("/deadLetters/0/topicPosition").asText()).isEqualTo("news.articles-1@7");
    }

    @Test
    void whoHasTheNewestAnswerIsToldSo() throws Exception {
        site.shelf().put(count(TODAY, SYRIA));
        HttpResponse<String> first = site.get("/api/entities");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = site.get("/api/entities", "If-None-Match", "\"other\", " + tag);
        site.shelf().put(count(TODAY, LAVROV));
        HttpResponse<String> changed = site.get("/api/entities", "If-None-Match", tag);

        assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    @Test
    void longAnswersAreZippedForThoseWhoWantIt() throws Exception {
        List<Output> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(count(
                    TODAY, new RankedEntity("Q" + i, "place", Map.of("en", "Place"), 1L, 1L, 1L, 1L, 0L, 0L, 0L, 0L)));
        }
        site.shelf().put(many.toArray(Output[]::new));

        HttpResponse<byte[]> zipped = site.bytes("/api/entities?limit=100", "Accept-Encoding", "gzip");
        HttpResponse<byte[]> plain = site.bytes("/api/entities?limit=100", "Accept", "*/*");

        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(zipped.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(zipped.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        assertThat(site.bytes("/api/entities?limit=100", "Accept-Encoding", "gzip;q=0, identity")
                        .body())
                .isEqualTo(plain.body());
        assertThat(zipped.body().length).isLessThan(plain.body().length / 5);
        String tag = zipped.headers().firstValue("ETag").orElseThrow();
        assertThat(site.bytes("/api/entities?limit=100", "Accept-Encoding", "gzip", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aHeadIsTheSameWithoutItsBody() throws Exception {
        site.shelf().put(count(TODAY, SYRIA));

        HttpResponse<String> head = site.send("HEAD", "/api/entities");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag"))
                .isEqualTo(site.get("/api/entities").headers().firstValue("ETag"));
    }

    private List<String> ids(String path, String rows) throws Exception {
        return site.json(path).get(rows).findValuesAsText("id");
    }

    private List<String> uris(String path) throws Exception {
        return site.json(path).get("articles").findValuesAsText("uri");
    }
}
