package khabar.feed.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import khabar.feed.article.Made.Arrival;
import khabar.feed.article.Made.Refused;
import khabar.schemas.Article;
import khabar.schemas.PubStatus;
import khabar.schemas.RejectReason;
import khabar.settings.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleMakerTest {
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final ArrivalTimes TIMES = new ArrivalTimes(START, Duration.ofMinutes(1), null);
    private static final Turn FIRST = new Turn(0, 1, Duration.ZERO);

    @Test
    void plainJsonIsAnArticle() {
        Article article = article("""
                {"id": "fars/1", "title": " عنوان\u200c ", "lead": "لید", "body": "بدنه", "published": "۲۱ آذر ۱۳۹۵ - ۱۴:۳۰",
                 "url": "https://example.org/1", "source": "نمونه", "lang": "fa", "category": "economy", "tags": ["یک", "دو"],
                 "nested": {"x": 1}, "count": 3, "none": null}""");

        assertThat(article.getUri()).isEqualTo("fars/1");
        assertThat(article.getHeadline()).isEqualTo(" عنوان\u200c ");
        assertThat(article.getLead()).isEqualTo("لید");
        assertThat(article.getBody()).isEqualTo("بدنه");
        assertThat(article.getPublishedAt()).isEqualTo("2016-12-11T11:00:00Z");
        assertThat(article.getVersionCreated()).isEqualTo(article.getPublishedAt());
        assertThat(article.getVersion()).isEqualTo("1");
        assertThat(article.getLanguage()).isEqualTo("fa");
        assertThat(article.getSource()).isEqualTo("نمونه");
        assertThat(article.getUrl()).isEqualTo("https://example.org/1");
        assertThat(article.getAttributes())
                .isEqualTo(Map.of(
                        "category", "economy",
                        "tags", "[\"یک\",\"دو\"]",
                        "count", "3",
                        "fields.omitted", "1",
                        "time.assumed", "calendar jalali; zone Asia/Tehran"));
    }

    @Test
    void ninjsOfTheThirdGenerationIsAnArticle() {
        Article article = article("""
                {"uri": "urn:newsml:example.org:1", "version": "3", "pubStatus": "Withheld",
                 "firstCreated": "2016-12-11T11:00:00Z", "versionCreated": "2016-12-12T11:00:00Z",
                 "headlines": [{"role": "short", "value": "s"}, {"role": "main", "value": "h"}],
                 "descriptions": [{"value": "d"}],
                 "bodies": [{"contentType": "text/html", "value": "<p>x</p>"}, {"contentType": "text/plain", "value": "plain"}],
                 "infoSources": [{"name": "agency"}], "language": "fa-IR"}""");

        assertThat(article.getVersion()).isEqualTo("3");
        assertThat(article.getPubStatus()).isEqualTo(PubStatus.WITHHELD);
        assertThat(article.getPublishedAt()).isEqualTo("2016-12-11T11:00:00Z");
        assertThat(article.getVersionCreated()).isEqualTo("2016-12-12T11:00:00Z");
        assertThat(article.getHeadline()).isEqualTo("h");
        assertThat(article.getLead()).isEqualTo("d");
        assertThat(article.getBody()).isEqualTo("plain");
        assertThat(article.getSource()).isEqualTo("agency");
    }

    @Test
    void ninjsOfTheSecondGenerationIsAnArticle() {
        Article article = article("""
                {"uri": "a", "pubstatus": "usable", "firstcreated": "2016-12-11T11:00:00Z", "versioncreated": "2016-12-12T11:00:00Z",
                 "headlines": [{"value": "h"}], "bodies": [{"contenttype": "text/html", "value": "<p>یک</p><p>دو</p>"}]}""");

        assertThat(article.getBody()).isEqualTo("یک\nدو");
        assertThat(article.getVersionCreated()).isEqualTo("2016-12-12T11:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id": "a"}                                                    | MISSING_TEXT
            {"id": "a", "title": " ", "body": ""}                          | MISSING_TEXT
            {"title": "t"}                                                 | MISSING_URI
            {"id": "", "title": "t"}                                       | MISSING_URI
            {"id": "a", "title": "t", "date": "soon"}                      | DATE_FORM
            {"id": "a", "title": "t", "date": {"x": 1}}                    | DATE_FORM
            {"id": "a", "title": "t", "date": true}                        | DATE_FORM
            {"id": "a", "title": "t", "date": 1, "versioncreated": "x"}    | DATE_FORM
            {"id": "a", "title": "t", "pubstatus": "gone"}                 | BROKEN_RECORD
            {"id": "a", "title": "\\ud83d"}                                | WRONG_ENCODING
            """)
    void whatCannotBeAnArticleIsRefusedWithItsReason(String json, RejectReason expected) {
        assertThat(make(json, FieldMap.standard(), TIMES, FIRST))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"canceled", "Cancelled", "WITHHELD", "stat:canceled"})
    void aRetractionNeedsNoText(String status) {
        assertThat(article("{\"uri\":\"a\",\"pubstatus\":\"" + status + "\"}").getPubStatus())
                .isNotEqualTo(PubStatus.USABLE);
    }

    @Test
    void theUrlStandsInForTheUri() {
        assertThat(article("{\"url\":\"https://example.org/1\",\"title\":\"t\"}")
                        .getUri())
                .isEqualTo("https://example.org/1");
    }

    @Test
    void undatedArticlesFollowEachOther() {
        Article article = (article(
                make("{\"id\":\"a\",\"title\":\"t\"}", FieldMap.standard(), TIMES, new Turn(7, 1, Duration.ZERO))));

        assertThat(article.getPublishedAt()).isEqualTo("2020-01-01T00:07:00Z");
        assertThat(article.getAttributes()).containsEntry("time.assumed", "start+interval");
    }

    @Test
    void laterRoundsHaveUrisAndTimesOfTheirOwn() {
        Article article = article(make(
                "{\"id\":\"a\",\"title\":\"t\",\"date\":\"2016-12-11T11:00:00Z\"}",
                FieldMap.standard(),
                TIMES,
                new Turn(0, 3, Duration.ofDays(2))));

        assertThat(article.getUri()).isEqualTo("a#round-3");
        assertThat(article.getPublishedAt()).isEqualTo("2016-12-13T11:00:00Z");
        assertThat(article.getVersionCreated()).isEqualTo("2016-12-13T11:00:00Z");
    }

    @Test
    void thePresentReplacesEveryTime() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        ArrivalTimes present = new ArrivalTimes(START, Duration.ofMinutes(1), Clock.fixed(now, ZoneOffset.UTC));

        assertThat(article(make(
                                "{\"id\":\"a\",\"title\":\"t\",\"date\":\"soon\"}",
                                FieldMap.standard(),
                                present,
                                FIRST))
                        .getPublishedAt())
                .isEqualTo(now);
    }

    @Test
    void aMappedFieldIsFoundUnderItsOtherName() {
        FieldMap map =
                FieldMap.of(Map.of("headline", "titre", "body", "content.text", "published", "jour", "id", "no"));
        Article article = article(make(
                "{\"no\":5,\"titre\":\"t\",\"title\":\"x\",\"content\":{\"text\":\"b\"},\"jour\":1481454000}",
                map,
                TIMES,
                FIRST));

        assertThat(article.getUri()).isEqualTo("5");
        assertThat(article.getHeadline()).isEqualTo("t");
        assertThat(article.getBody()).isEqualTo("b");
        assertThat(article.getPublishedAt()).isEqualTo("2016-12-11T11:00:00Z");
        assertThat(article.getAttributes()).isEqualTo(Map.of("title", "x"));
    }

    @Test
    void anUnknownFieldCannotBeMapped() {
        assertThatThrownBy(() -> FieldMap.of(Map.of("colour", "x")))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("map: colour=x (expected: ");
    }

    @Test
    void aPersianArticleWithoutALanguageIsKnownByItsLetters() {
        assertThat(article("{\"id\":\"a\",\"title\":\"گزارش\",\"date\":\"2016-12-11 14:30\"}")
                        .getPublishedAt())
                .isEqualTo("2016-12-11T11:00:00Z");
        assertThat(article("{\"id\":\"a\",\"title\":\"تقرير\",\"date\":\"2016-12-11 14:30\"}")
                        .getPublishedAt())
                .isEqualTo("2016-12-11T14:30:00Z");
    }

    @Test
    void attributesAreBounded() {
        StringBuilder json = new StringBuilder("{\"id\":\"a\",\"title\":\"t\",\"long\":\"" + "x".repeat(2000) + "\"");
        for (int field = 0; field < 200; field++) {
            json.append(",\"f").append(field).append("\":1");
        }
        Map<String, String> attributes = article(json + "}").getAttributes();

        assertThat(attributes)
                .hasSize(66)
                .containsEntry("fields.omitted", "137")
                .doesNotContainKey("long");
    }

    private static Article article(String json) {
        return article(make(json, FieldMap.standard(), TIMES, FIRST));
    }

    private static Article article(Made made) {
        assertThat(made).isInstanceOf(Arrival.class);
        return ((Arrival) made).article();
    }

    private static Made make(String json, FieldMap map, ArrivalTimes times, Turn turn) {
        try {
            return new ArticleMaker(map, times).make((ObjectNode) new JsonMapper().readTree(json), turn);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
