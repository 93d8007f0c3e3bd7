package khabar.query.live;

import static khabar.query.live.Outputs.DAY;
import static khabar.query.live.Outputs.LAVROV;
import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.MINUTE;
import static khabar.query.live.Outputs.NAMELESS;
import static khabar.query.live.Outputs.SYRIA;
import static khabar.query.live.Outputs.TODAY;
import static khabar.query.live.Outputs.alert;
import static khabar.query.live.Outputs.arrived;
import static khabar.query.live.Outputs.of;
import static khabar.query.live.Outputs.rejected;
import static khabar.query.live.Outputs.subject;
import static khabar.query.live.Outputs.top;
import static khabar.query.live.Outputs.trend;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.schemas.Alert;
import khabar.schemas.AlertState;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PaneTiming;
import khabar.schemas.PubStatus;
import khabar.schemas.RankedEntity;
import khabar.schemas.RejectReason;
import khabar.schemas.SubjectCount;
import khabar.schemas.Trend;
import khabar.schemas.TrendState;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.junit.jupiter.api.Test;

final class LiveViewTest {
    private final LiveView view = new LiveView(Clock.fixed(MIDNIGHT.plusSeconds(9), ZoneOffset.UTC));

    @Test
    void theNewestPaneOfAWindowIsTheTruth() {
        view.accept(top(TODAY, PaneTiming.EARLY, LAVROV));
        view.accept(top(TODAY, PaneTiming.ON_TIME, SYRIA, LAVROV));

        Board board = view.newestBoard(DAY).orElseThrow();

        assertThat(board.entities()).containsExactly(SYRIA, LAVROV);
        assertThat(board.timing()).isEqualTo(PaneTiming.ON_TIME);
    }

    @Test
    void theGreatestWindowIsShownUnlessAnotherIsAskedFor() {
        view.accept(top(TODAY, PaneTiming.EARLY, SYRIA));
        view.accept(top(new WindowKey(MIDNIGHT, MINUTE, ""), PaneTiming.EARLY, LAVROV));

        assertThat(shownEntities(Optional.empty())).containsExactly(SYRIA);
        assertThat(shownEntities(Optional.of(MINUTE))).containsExactly(LAVROV);
        assertThat(shownEntities(Optional.of(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void aWindowThatHasLostAllItsDataGivesWayToTheOneBefore() {
        WindowKey tomorrow = new WindowKey(MIDNIGHT.plus(DAY), DAY, "");
        view.accept(top(TODAY, PaneTiming.ON_TIME, SYRIA));
        view.accept(top(tomorrow, PaneTiming.EARLY, LAVROV));
        view.accept(top(tomorrow, PaneTiming.EARLY));

        assertThat(view.newestBoard(DAY).orElseThrow().window()).isEqualTo(TODAY);
    }

    @Test
    void onlyTheNewestWindowsAreKept() {
        for (int day = 0; day < 100; day++) {
            view.accept(top(new WindowKey(MIDNIGHT.plus(DAY.multipliedBy(day)), DAY, ""), PaneTiming.EARLY, SYRIA));
        }
        view.accept(top(TODAY, PaneTiming.LATE, LAVROV));

        assertThat(view.board(TODAY)).isEmpty();
        assertThat(view.newestBoard(DAY).orElseThrow().window().start()).isEqualTo(MIDNIGHT.plus(DAY.multipliedBy(99)));
    }

    @Test
    void subjectsStandByArticlesAndLeaveWithTheirLast() {
        view.accept(subject(TODAY, "medtop:11000000", "politics", "سیاست", 1));
        view.accept(subject(TODAY, "medtop:16000000", "war", "جنگ", 2));
        view.accept(subject(TODAY, "medtop:13000000", "science", "دانش", 1));
        view.accept(subject(TODAY, "medtop:13000000", "science", "دانش", 0));

        assertThat(view.newestBoard(DAY).orElseThrow().subjects())
                .extracting(SubjectCount::getSubjectCode)
                .containsExactly("medtop:16000000", "medtop:11000000");
    }

    @Test
    void aRetractionTakesItsArticleAway() {
        view.accept(arrived("a", "نخست", 1));
        view.accept(arrived("b", "دوم", 2));
        view.accept(of(Outputs.article("a", "نخست", PubStatus.CANCELED, MIDNIGHT.plusSeconds(3))));

        assertThat(newestUris()).containsExactly("b");
    }

    @Test
    void articlesStandByArrivalWhateverTheOrderOfReading() {
        view.accept(arrived("late", "x", 5));
        view.accept(arrived("early", "x", 1));
        view.accept(arrived("corrected", "x", 2));
        view.accept(arrived("corrected", "y", 7));

        assertThat(newestUris()).containsExactly("corrected", "late", "early");
    }

    @Test
    void largeArticlesPushOldOnesOut() {
        String huge = "م".repeat(3 << 20);
        for (int second = 0; second < 6; second++) {
            view.accept(arrived("huge-" + second, huge, second));
        }

        assertThat(newestUris()).containsExactly("huge-5", "huge-4");
    }

    @Test
    void theRateIsThatOfTheLastTenSeconds() {
        view.accept(arrived("long ago", "x", -60));
        view.accept(arrived("a", "x", 1));
        view.accept(arrived("b", "x", 8));

        Figures figures = view.snapshot(Optional.empty(), 10).figures();

        assertThat(figures.articles()).isEqualTo(3);
        assertThat(figures.perSecond()).isEqualTo(0.2);
    }

    @Test
    void anArticleThatTurnsOutToRepeatAnotherIsCountedOnce() {
        EnrichedArticle repeats = Outputs.article("b", "نخست", PubStatus.USABLE, MIDNIGHT.plusSeconds(2));
        repeats.setDuplicateOf("a");
        view.accept(arrived("a", "نخست", 1));
        view.accept(arrived("b", "نخست", 2));
        view.accept(of(repeats));
        view.accept(arrived("b", "نخست", 2));

        assertThat(view.snapshot(Optional.empty(), 10).figures().articles()).isEqualTo(2);
    }

    @Test
    void aCorrectionIsCountedThoughItRepeatsAnotherArticleNow() {
        EnrichedArticle corrected = Outputs.article("a", "دوم", PubStatus.USABLE, MIDNIGHT.plusSeconds(2));
        corrected.setVersion(2);
        corrected.setDuplicateOf("b");
        view.accept(arrived("a", "نخست", 1));
        view.accept(of(corrected));

        assertThat(view.snapshot(Optional.empty(), 10).figures().articles()).isEqualTo(2);
    }

    @Test
    void theKnownWindowsOfASizeAreThoseWithDataNewestFirst() {
        WindowKey tomorrow = new WindowKey(MIDNIGHT.plus(DAY), DAY, "");
        WindowKey after = new WindowKey(MIDNIGHT.plus(DAY.multipliedBy(2)), DAY, "");
        view.accept(top(TODAY, PaneTiming.ON_TIME, SYRIA));
        view.accept(subject(after, "medtop:16000000", "war", "جنگ", 2));
        view.accept(top(tomorrow, PaneTiming.EARLY));

        assertThat(view.windows(DAY)).containsExactly(after, TODAY);
        assertThat(view.windows(MINUTE)).isEmpty();
    }

    @Test
    void whatTrendsStandsBeforeWhatRisesAndLeavesWhenItHasEnded() {
        WindowKey yesterday = new WindowKey(MIDNIGHT.minus(DAY), DAY, "");
        view.accept(trend(TODAY, NAMELESS, TrendState.RISING, 9));
        view.accept(trend(TODAY, SYRIA, TrendState.TRENDING, 3));
        view.accept(trend(TODAY, LAVROV, TrendState.TRENDING, 5));
        view.accept(trend(yesterday, LAVROV, TrendState.ENDED, 1));

        assertThat(trending()).containsExactly("Q58217", "Q858", "khabar:somebody");

        view.accept(trend(TODAY, LAVROV, TrendState.ENDED, 1));
        view.accept(new Output(Topics.TRENDS.name(), TODAY.text() + "/Q858", null, MIDNIGHT, true));

        assertThat(trending()).containsExactly("khabar:somebody");
    }

    @Test
    void anAlertStandsUntilItIsWithdrawn() {
        view.accept(alert("oil", "a", AlertState.FIRED, 1));
        view.accept(alert("oil", "b", AlertState.FIRED, 2));
        view.accept(alert("oil", "c", AlertState.FIRED, 3));
        view.accept(alert("oil", "b", AlertState.WITHDRAWN, 4));

        assertThat(view.snapshot(Optional.empty(), 0).alerts())
                .extracting(Alert::getUri)
                .containsExactly("c", "a");
    }

    @Test
    void trendsAndAlertsAreBounded() {
        for (int one = 0; one < 2_000; one++) {
            view.accept(alert("oil", "a:" + one, AlertState.FIRED, one));
            RankedEntity entity = new RankedEntity("khabar:" + one, "person", Map.of(), 1L, 1L, 1L, 1L, 0L, 0L, 0L, 0L);
            view.accept(trend(TODAY, entity, TrendState.TRENDING, one));
        }

        Snapshot now = view.snapshot(Optional.of(DAY), 0);
        assertThat(now.alerts()).hasSize(200).first().returns("a:1999", Alert::getUri);
        assertThat(now.trends()).hasSize(1_000).first().returns("khabar:1999", Trend::getEntityId);
    }

    @Test
    void whatWasRefusedOrFailedIsCounted() {
        view.accept(rejected(RejectReason.TOO_LATE));
        view.accept(new Output(Topics.DEAD_LETTERS, "", null, MIDNIGHT, true));
        view.accept(new Output(Topics.DEAD_LETTERS, "", null, MIDNIGHT, true));
        view.accept(new Output(Topics.ENRICHED.name(), "a", null, MIDNIGHT, false));

        Figures figures = view.snapshot(Optional.empty(), 10).figures();

        assertThat(figures.rejectedBy()).containsExactly(Map.entry(RejectReason.TOO_LATE, 1L));
        assertThat(figures.rejected()).isEqualTo(1);
        assertThat(figures.deadLetters()).isEqualTo(2);
        assertThat(figures.unreadable()).isEqualTo(1);
    }

    private List<RankedEntity> shownEntities(Optional<Duration> size) {
        return view.snapshot(size, 0).board().map(Board::entities).orElse(List.of());
    }

    private List<String> trending() {
        return view.snapshot(Optional.of(DAY), 0).trends().stream()
                .map(Trend::getEntityId)
                .toList();
    }

    private List<String> newestUris() {
        return view.snapshot(Optional.empty(), 10).articles().stream()
                .map(EnrichedArticle::getUri)
                .toList();
    }
}
