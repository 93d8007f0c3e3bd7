package khabar.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import khabar.language.TextCore;
import khabar.schemas.PubStatus;
import khabar.schemas.Trend;
import khabar.settings.Settings;
import khabar.topics.Topics;
import khabar.topology.trend.FollowTrends;
import khabar.topology.trend.TrendOptions;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trends as a story: what an editor sees on news.trends while articles about Syria and Russia come in. */
class TrendsTest {
    private static final TextCore CORE = TextCore.shipped();
    private static final String SYRIA = "Q858";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant FIRST_HOUR = Newsroom.NOON.minus(Duration.ofHours(200));

    private Newsroom newsroom = newsroom("24");
    private final List<TestRecord<String, Trend>> trends = new ArrayList<>();
    private int articles;

    private static Newsroom newsroom(String halfLife) {
        return new Newsroom(
                CORE,
                Settings.defaults()
                        .with(TopologyOptions.WINDOW_SIZES, "PT1H")
                        .with(TopologyOptions.LATENESS, "0s")
                        .with(TrendOptions.HALF_LIFE, halfLife));
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void anEntityTrendsWhenManyArticlesOfSeveralSourcesComeOutOfNothing() {
        hour(0, "روسیه", 1);
        hour(1, "سوریه", 4);
        hour(2, "روسیه", 1);

        assertThat(finalsOf(SYRIA)).containsExactly("hour 1 TRENDING 4 of 0.00, score 4.00, 2 sources");
        assertThat(trends.get(0).value().getNames()).containsEntry("fa", "سوریه");
        assertThat(trends.get(0).value().getEntityType()).isEqualTo("place");
    }

    @Test
    void whatIsInTheNewsAsMuchAsEverDoesNotTrend() {
        for (int hour = 0; hour < 30; hour++) {
            hour(hour, "سوریه", 10);
        }

        assertThat(finalsOf(SYRIA))
                .as("the first hour has no past, the others have")
                .startsWith(
                        "hour 0 TRENDING 10 of 0.00, score 10.00, 2 sources",
                        "hour 1 ENDED 10 of 10.00, score 0.00, 2 sources")
                .filteredOn(text -> text.contains("TRENDING"))
                .hasSize(1);
    }

    @Test
    void articlesOfOneSourceMakeNoTrend() {
        hour(0, "روسیه", 1);
        for (int i = 0; i < 9; i++) {
            send(1, "سوریه", "فارس");
        }
        hour(2, "روسیه", 1);

        assertThat(finalsOf(SYRIA)).isEmpty();
    }

    @Test
    void twoArticlesMakeNoTrend() {
        hour(0, "روسیه", 1);
        hour(1, "سوریه", 2);
        hour(2, "روسیه", 1);

        assertThat(finalsOf(SYRIA)).isEmpty();
    }

    @Test
    void aTrendEndsWhenWhatWasNewHasBecomeUsual() {
        hour(0, "روسیه", 1);
        hour(1, "سوریه", 4);
        hour(2, "سوریه", 4);
        hour(9, "روسیه", 1);

        assertThat(finalsOf(SYRIA))
                .containsExactly(
                        "hour 1 TRENDING 4 of 0.00, score 4.00, 2 sources",
                        "hour 2 ENDED 4 of 2.03, score 1.13, 2 sources");
    }

    @Test
    void aTrendThatFallsSilentEndsThoughNothingOfItArrives() {
        for (int hour = 0; hour < 50; hour++) {
            hour(hour, "روسیه", 1);
        }
        hour(50, "سوریه", 6);
        hour(55, "روسیه", 1);

        assertThat(finalsOf(SYRIA))
                .containsExactly(
                        "hour 50 TRENDING 6 of 0.00, score 6.00, 2 sources",
                        "hour 51 ENDED 0 of 0.22, score -0.20, 0 sources");
    }

    @Test
    void theLastTrendsOfAFeedEndWhenItFallsSilentAndGoesOn() {
        hour(0, "روسیه", 1);
        hour(1, "سوریه", 4);
        newsroom.fallSilent();
        assertThat(finalsOf(SYRIA)).hasSize(1);

        hour(3, "روسیه", 1);
        assertThat(finalsOf(SYRIA)).hasSize(2).last().asString().startsWith("hour 2 ENDED");
    }

    @Test
    void whileAWindowIsOpenItsLiveScoreIsShownOnlyOfWhatIsNearATrend() {
        hour(0, "روسیه", 1);
        send(1, "سوریه", "فارس");
        send(1, "روسیه", "فارس");
        newsroom.settle();
        assertThat(all()).isEmpty();

        send(1, "سوریه", "ایرنا");
        send(1, "سوریه", "ایرنا");
        newsroom.settle();
        send(1, "سوریه سوریه", "ایرنا");
        newsroom.settle().pass(FollowTrends.interval(HOUR));
        hour(2, "روسیه", 1);

        assertThat(all().stream().map(TrendsTest::withPane))
                .containsExactly(
                        "EARLY 0 hour 1 RISING 3 of 0.00, score 3.00, 2 sources",
                        "EARLY 1 hour 1 RISING 4 of 0.00, score 4.00, 2 sources",
                        "ON_TIME 2 hour 1 TRENDING 4 of 0.00, score 4.00, 2 sources");
    }

    @Test
    void aLiveScoreComesAtOnceAndThenAtMostOnceInItsInterval() {
        hour(0, "روسیه", 1);
        hour(1, "سوریه", 3);
        newsroom.pass(FollowTrends.interval(HOUR));
        hour(1, "سوریه", 1);
        hour(1, "سوریه", 1);
        assertThat(all().stream().map(TrendsTest::withPane))
                .containsExactly("EARLY 0 hour 1 RISING 3 of 0.00, score 3.00, 2 sources");

        newsroom.pass(FollowTrends.interval(HOUR));
        assertThat(all().stream().map(TrendsTest::withPane))
                .last()
                .isEqualTo("EARLY 1 hour 1 RISING 5 of 0.00, score 5.00, 2 sources");
    }

    @Test
    void aRiseThatIsTakenBackBeforeItsWindowClosesIsTakenBackHereToo() {
        hour(0, "روسیه", 1);
        hour(1, "سوریه", 3);
        newsroom.send(Newsroom.article("article-2", "")
                .setPublishedAt(time(1))
                .setPubStatus(PubStatus.CANCELED)
                .build());
        newsroom.settle().pass(FollowTrends.interval(HOUR));
        hour(2, "روسیه", 1);

        assertThat(all().stream().map(TrendsTest::withPane))
                .containsExactly(
                        "EARLY 0 hour 1 RISING 3 of 0.00, score 3.00, 2 sources",
                        "EARLY 1 hour 1 ENDED 2 of 0.00, score 2.00, 1 sources",
                        "ON_TIME 2 hour 1 ENDED 2 of 0.00, score 2.00, 1 sources");
    }

    @Test
    void whatChangesAfterTheClosingChangesNoTrend() {
        hour(0, "روسیه", 1);
        hour(1, "سوریه", 3);
        hour(2, "روسیه", 1);
        List<String> asClosed = finalsOf(SYRIA);

        newsroom.send(Newsroom.article("article-2", "")
                .setPublishedAt(time(1))
                .setPubStatus(PubStatus.CANCELED)
                .build());
        hour(1, "سوریه", 5);
        newsroom.settle();
        assertThat(finalsOf(SYRIA)).isEqualTo(asClosed);

        hour(3, "سوریه", 3);
        hour(4, "روسیه", 1);
        assertThat(finalsOf(SYRIA))
                .as("the past is what it was at the closing: three articles, not seven")
                .last()
                .isEqualTo("hour 3 ENDED 3 of 1.00, score 1.41, 2 sources");
    }

    @Test
    void theSameArticlesInAnotherOrderOfClosingMakeOtherTrends() {
        hour(0, "روسیه", 1);
        hour(1, "سوریه", 4);
        hour(2, "روسیه", 1);
        assertThat(finalsOf(SYRIA)).hasSize(1);

        newsroom.close();
        newsroom = newsroom("24");
        trends.clear();
        hour(0, "روسیه", 1);
        hour(2, "روسیه", 1);
        hour(1, "سوریه", 4);
        assertThat(finalsOf(SYRIA))
                .as("they came after their window had closed")
                .isEmpty();
    }

    @Test
    void emptyWindowsDecayTheExpectationByHalfInAHalfLife() {
        newsroom.close();
        newsroom = newsroom("2");
        hour(0, "سوریه", 8);
        hour(1, "روسیه", 1);
        hour(4, "سوریه", 8);
        hour(5, "روسیه", 1);

        // The first window weighs 2^(-3/2) against 1 + 2^(-1/2) + 2^(-1) + 2^(-3/2) of four windows.
        double expected = 8 * Math.pow(2, -1.5) / (1 + Math.pow(2, -0.5) + 0.5 + Math.pow(2, -1.5));
        Trend later = all().stream()
                .map(TestRecord::value)
                .filter(trend -> trend.getWindowStart().equals(time(4)))
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(later.getExpected()).isCloseTo(expected, within(1e-12));
        assertThat(later.getScore()).isCloseTo((8 - expected) / Math.sqrt(expected + 1), within(1e-12));
        assertThat(later.getSince()).isEqualTo(time(0));
    }

    @Test
    void whatHasDecayedToNothingIsForgotten() {
        newsroom.close();
        newsroom = newsroom("1");
        List<String> names = List.of("سوریه", "روسیه", "عراق", "ترکیه", "چین");
        for (int hour = 0; hour < 100; hour++) {
            hour(hour, names.get(hour / 20), 3);
        }

        assertThat(newsroom.storedKeys("trend-pasts")).hasSizeLessThanOrEqualTo(2);
        assertThat(newsroom.storedKeys("trending-entities")).hasSizeLessThanOrEqualTo(1);
        assertThat(newsroom.storedKeys("live-trends")).hasSizeLessThanOrEqualTo(1);
    }

    /** So many articles of two sources in one hour, and a moment for the panes. */
    private void hour(int hour, String headline, int count) {
        for (int i = 0; i < count; i++) {
            send(hour, headline, i % 2 == 0 ? "فارس" : "ایرنا");
        }
        newsroom.settle();
    }

    private void send(int hour, String headline, String source) {
        newsroom.send(Newsroom.article("article-" + articles++, headline)
                .setPublishedAt(time(hour))
                .setSource(source)
                .build());
    }

    private static Instant time(int hour) {
        return FIRST_HOUR.plus(Duration.ofHours(hour));
    }

    private List<TestRecord<String, Trend>> all() {
        trends.addAll(newsroom.read(Topics.TRENDS));
        return trends;
    }

    /** What was decided of an entity, without what was shown of open windows. */
    private List<String> finalsOf(String entityId) {
        return all().stream()
                .filter(one -> one.value().getEntityId().equals(entityId))
                .map(TrendsTest::withPane)
                .filter(text -> text.startsWith("ON_TIME"))
                .map(text -> text.replaceFirst("ON_TIME \\d+ ", ""))
                .toList();
    }

    private static String withPane(TestRecord<String, Trend> one) {
        Trend trend = one.value();
        long hour = Duration.between(FIRST_HOUR, trend.getWindowStart()).toHours();
        return "%s %d hour %d %s %d of %.2f, score %.2f, %d sources"
                .formatted(
                        trend.getPane().getTiming(),
                        trend.getPane().getIndex(),
                        hour,
                        trend.getState(),
                        trend.getObserved(),
                        trend.getExpected(),
                        trend.getScore(),
                        trend.getSources());
    }
}
