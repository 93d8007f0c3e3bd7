package khabar.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import khabar.language.TextCore;
import khabar.schemas.Alert;
import khabar.schemas.Article;
import khabar.schemas.PubStatus;
import khabar.schemas.RuleKind;
import khabar.schemas.SubjectEvidence;
import khabar.settings.Settings;
import khabar.topics.Topics;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alerts as a story: what somebody is told who has saved searches. */
class AlertsTest {
    private static final TextCore CORE = TextCore.shipped();

    private final Newsroom newsroom = new Newsroom(
            CORE, Settings.defaults().with(TopologyOptions.WINDOW_SIZES, "PT1H").with(TopologyOptions.LATENESS, "0s"));
    private final List<TestRecord<String, Alert>> alerts = new ArrayList<>();

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void anArticleThatMeetsASearchIsToldWithItsEvidence() {
        search("oil", "title: نفت و تحریم", "words: {all: [نفت, تحریم]}", "entities: [Q794]");
        newsroom.send(article("1", "تحریمهای تازه علیه ایران")
                .setBody("بهای نفت بالا رفت.")
                .build());
        newsroom.send(article("2", "بهای نفت ایران بالا رفت").build());

        assertThat(told()).containsExactly("oil/1 FIRED نفت و تحریم");
        Alert alert = alerts.get(0).value();
        assertThat(alert.getHeadline()).isEqualTo("تحریمهای تازه علیه ایران");
        assertThat(alert.getEvidence().stream().map(one -> written(alert, one) + "=" + one.getTerm()))
                .containsExactly("تحریمهای=تحریم", "ایران=ایران", "نفت=نفت");
    }

    @Test
    void aBroaderSubjectIsMetByItsNarrowerOnes() {
        search("sport", "subjects: [medtop:15000000]");
        newsroom.send(article("1", "تیم ملی فوتبال در جام جهانی به فینال رسید")
                .setBody("تیم ملی فوتبال با دو گل در لیگ قهرمانان برنده شد. مربی تیم از بازیکنان تشکر کرد.")
                .build());

        assertThat(told()).containsExactly("sport/1 FIRED sport");
        assertThat(alerts.get(0).value().getEvidence()).isNotEmpty();
    }

    @Test
    void languageAndSourceAreHeldAgainstTheArticleInAnySpelling() {
        search("agency", "source: خبرگزاري فارس", "language: fa");
        newsroom.send(article("1", "وزیر خارجه ایران وارد مسکو شد")
                .setSource("خبرگزاری فارس")
                .build());
        newsroom.send(
                article("2", "وزیر خارجه ایران وارد مسکو شد").setSource("ایرنا").build());

        assertThat(told()).containsExactly("agency/1 FIRED agency");
    }

    @Test
    void aCorrectionThatStillMeetsTheSearchIsSilent() {
        search("syria", "entities: Q858");
        newsroom.send(article("1", "خبری از سوریه").build());
        newsroom.send(article("1", "خبر دیگری از سوریه").setVersion("2").build());

        assertThat(told()).containsExactly("syria/1 FIRED syria");
    }

    @Test
    void anAlertIsTakenBackWithItsCause() {
        search("syria", "entities: Q858");
        newsroom.send(article("1", "خبری از سوریه").build());
        newsroom.send(article("1", "خبری از روسیه").setVersion("2").build());
        newsroom.send(article("1", "خبری از سوریه").setVersion("3").build());
        newsroom.send(article("1", "")
                .setVersion("3")
                .setPubStatus(PubStatus.CANCELED)
                .build());
        newsroom.send(article("1", "خبری از سوریه").setVersion("4").build());

        assertThat(told())
                .containsExactly(
                        "syria/1 FIRED syria",
                        "syria/1 WITHDRAWN syria",
                        "syria/1 FIRED syria",
                        "syria/1 WITHDRAWN syria");
    }

    @Test
    void anExactDuplicateIsNotToldAgain() {
        search("syria", "entities: Q858");
        Article article = article("1", "خبری از سوریه").build();
        newsroom.send(article).send(article).send(article);

        assertThat(told()).hasSize(1);
    }

    @Test
    void aThresholdFiresOnceInAWindowAndIsWithdrawnWhenItIsNoLongerReached() {
        search("loud", "kind: threshold", "articles: 3", "window: 1h", "entities: Q858");
        for (int i = 1; i <= 5; i++) {
            newsroom.send(article(Integer.toString(i), "خبری از سوریه").build());
        }
        String window = "loud/2026-11-22T12:00:00Z/PT1H";
        assertThat(told()).containsExactly(window + " FIRED loud");
        assertThat(alerts.get(0).value().getUri()).isEqualTo("3");
        assertThat(alerts.get(0).value().getValue()).isEqualTo(3);

        cancel("1");
        cancel("2");
        assertThat(told()).hasSize(1);
        cancel("3");
        assertThat(told()).containsExactly(window + " FIRED loud", window + " WITHDRAWN loud");
        newsroom.send(article("6", "خبری از سوریه").build());
        assertThat(told()).hasSize(3).last().isEqualTo(window + " FIRED loud");
    }

    @Test
    void aCorrectedArticleIsCountedOnceAndInItsOwnWindow() {
        search("loud", "kind: threshold", "articles: 2", "window: 1h", "entities: Q858");
        newsroom.send(article("1", "خبری از سوریه").build());
        newsroom.send(article("1", "خبر دیگری از سوریه").setVersion("2").build());
        newsroom.send(article("1", "خبری از سوریه")
                .setVersion("3")
                .setPublishedAt(Newsroom.NOON.minus(Duration.ofHours(2)))
                .build());
        newsroom.send(article("2", "خبری از سوریه").build());
        assertThat(told()).isEmpty();

        newsroom.send(article("3", "خبری از سوریه")
                .setPublishedAt(Newsroom.NOON.minus(Duration.ofHours(2)))
                .build());
        assertThat(told()).containsExactly("loud/2026-11-22T10:00:00Z/PT1H FIRED loud");
    }

    @Test
    void whoWaitsForATrendHearsWhenItBegins() {
        search("trends", "kind: trend", "types: place");
        search("people", "kind: trend", "types: person");
        search("russia", "kind: trend", "entities: Q159");
        for (int hour = 5; hour > 0; hour--) {
            Instant time = Newsroom.NOON.minus(Duration.ofHours(hour));
            for (int i = 0; i < 4; i++) {
                newsroom.send(article(hour + "-" + i, "خبری از سوریه")
                        .setSource("source " + i)
                        .setPublishedAt(time)
                        .build());
            }
            newsroom.settle();
        }

        assertThat(told()).containsExactly("trends/2026-11-22T07:00:00Z/PT1H/Q858 FIRED trends");
        assertThat(alerts.get(0).value().getNames()).containsEntry("fa", "سوریه");
        assertThat(alerts.get(0).value().getValue()).isEqualTo(4);
    }

    @Test
    void aSearchTakesEffectForWhatArrivesFromThenOn() {
        newsroom.send(article("1", "خبری از سوریه").build());
        search("syria", "entities: Q858");
        newsroom.send(article("2", "خبری از سوریه").build());

        assertThat(told()).containsExactly("syria/2 FIRED syria");
    }

    @Test
    void whatARemovedSearchHasFoundStandsAsLongAsItsArticle() {
        search("syria", "entities: Q858");
        newsroom.send(article("1", "خبری از سوریه").build());
        newsroom.rule("syria", null);
        newsroom.send(article("1", "خبر دیگری از سوریه").setVersion("2").build());
        newsroom.send(article("2", "خبری از سوریه").build());
        assertThat(told()).hasSize(1);

        cancel("1");
        assertThat(told()).containsExactly("syria/1 FIRED syria", "syria/1 WITHDRAWN syria");
    }

    @Test
    void aSearchThatCannotBeUsedIsRefusedAndTheOthersStay() {
        search("syria", "entities: Q858");
        search("wrong", "entities: Syria");
        newsroom.send(article("1", "خبری از سوریه").build());
        newsroom.pass(Duration.ofSeconds(2));

        assertThat(told()).containsExactly("syria/1 FIRED syria");
        assertThat(newsroom.rejected())
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.getDetail())
                        .isEqualTo("rule wrong: entities: Syria (expected: a Wikidata id such as Q794, or an id that"
                                + " starts with khabar:)"));
    }

    @Test
    void whatIsFinalIsForgotten() {
        search("syria", "entities: Q858");
        search("loud", "kind: threshold", "articles: 2", "window: 1h", "entities: Q858");
        for (int day = 400; day > 0; day--) {
            newsroom.send(article("day-" + day, "خبری از سوریه")
                    .setPublishedAt(Newsroom.NOON.minus(Duration.ofDays(day)))
                    .build());
        }
        assertThat(newsroom.storedKeys("alerted-articles")).hasSizeLessThan(40);
        assertThat(newsroom.storedKeys("match-counts")).hasSizeLessThan(80);
    }

    private void search(String ruleId, String... lines) {
        newsroom.rule(ruleId, RuleKind.ALERT, lines);
    }

    private void cancel(String uri) {
        newsroom.send(article(uri, "").setPubStatus(PubStatus.CANCELED).build());
    }

    private static Article.Builder article(String uri, String headline) {
        return Newsroom.article(uri, headline).setLanguage("fa");
    }

    private List<String> told() {
        alerts.addAll(newsroom.read(Topics.ALERTS));
        return alerts.stream()
                .map(one -> one.key() + " " + one.value().getState() + " "
                        + one.value().getTitle())
                .toList();
    }

    private static String written(Alert alert, SubjectEvidence evidence) {
        String text = switch (evidence.getSpan().getField()) {
            case HEADLINE -> String.valueOf(alert.getHeadline());
            default -> "بهای نفت بالا رفت.";
        };
        return text.substring(evidence.getSpan().getStart(), evidence.getSpan().getEnd());
    }
}
