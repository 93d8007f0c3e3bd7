package khabar.audit.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import khabar.audit.Mismatch;
import khabar.schemas.EntityCount;
import khabar.schemas.Pane;
import khabar.schemas.PaneTiming;
import khabar.schemas.Trend;
import khabar.schemas.TrendState;
import khabar.topics.WindowKey;
import org.junit.jupiter.api.Test;

/** The recount of trends finds what is wrong on news.trends. */
class TrendRecountTest {
    private static final TrendRules RULES = new TrendRules(24, 1, 3, 2, 3, 1.5);
    private static final Instant FIRST = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void whatFollowsFromThePanesAgrees() {
        assertThat(mismatches(panes(), began(), ended())).isEmpty();
    }

    @Test
    void aTrendThatIsMissingIsFound() {
        assertThat(mismatches(panes(), began())).hasSize(1);
        assertThat(mismatches(panes())).hasSize(2);
    }

    @Test
    void aChangedNumberIsFound() {
        Trend wrong = began();
        wrong.setScore(wrong.getScore() + 0.001);
        assertThat(mismatches(panes(), wrong, ended())).hasSize(1);
    }

    @Test
    void aTrendThatNothingSpeaksForIsFound() {
        Trend invented = began();
        invented.setEntityId("Q159");
        assertThat(mismatches(panes(), began(), ended(), invented)).hasSize(1);
    }

    @Test
    void aRiseThatIsStillShownThoughItsWindowClosedIsFound() {
        Trend open = began();
        open.setPane(new Pane(PaneTiming.EARLY, 0L));
        assertThat(mismatches(panes(), open, ended())).hasSize(1);
    }

    @Test
    void anEntityWhoseFinalPaneWasCompactedAwayIsLeftOut() {
        EntityCount corrected = pane(1, 7, PaneTiming.LATE);
        corrected.setPane(new Pane(PaneTiming.LATE, 2L));
        assertThat(mismatches(List.of(pane(0, 1, PaneTiming.ON_TIME), corrected), began()))
                .isEmpty();
    }

    /** One article, then four, then none while others go on. */
    private static List<EntityCount> panes() {
        EntityCount other = pane(2, 1, PaneTiming.ON_TIME);
        other.setEntityId("Q159");
        return List.of(pane(0, 0, PaneTiming.ON_TIME), pane(1, 4, PaneTiming.ON_TIME), other);
    }

    private static Trend began() {
        return trend(1, 4, 0, 4, TrendState.TRENDING);
    }

    private static Trend ended() {
        double expected = 4 / (1 + Math.pow(0.5, 1 / 24.0));
        return trend(2, 0, expected, -expected / Math.sqrt(expected + 1), TrendState.ENDED);
    }

    private static List<Mismatch> mismatches(List<EntityCount> panes, Trend... trends) {
        TrendRecount recount = new TrendRecount();
        panes.forEach(pane -> recount.pane(key(pane.getWindowStart(), pane.getEntityId()), pane));
        List.of(trends).forEach(trend -> recount.trend(key(trend.getWindowStart(), trend.getEntityId()), trend));
        return recount.mismatches(RULES, 1);
    }

    private static String key(Instant start, String entityId) {
        return new WindowKey(start, Duration.ofHours(1), entityId).text();
    }

    private static EntityCount pane(int hour, long articles, PaneTiming timing) {
        return EntityCount.newBuilder()
                .setWindowStart(FIRST.plus(Duration.ofHours(hour)))
                .setWindowEnd(FIRST.plus(Duration.ofHours(hour + 1L)))
                .setEntityId("Q858")
                .setEntityType("place")
                .setCount(articles)
                .setArticles(articles)
                .setUniqueArticles(articles)
                .setSources(Math.min(articles, 2))
                .setPane(new Pane(timing, 0L))
                .build();
    }

    private static Trend trend(int hour, long observed, double expected, double score, TrendState state) {
        return Trend.newBuilder()
                .setWindowStart(FIRST.plus(Duration.ofHours(hour)))
                .setWindowEnd(FIRST.plus(Duration.ofHours(hour + 1L)))
                .setEntityId("Q858")
                .setNames(Map.of())
                .setObserved(observed)
                .setExpected(expected)
                .setScore(score)
                .setSince(FIRST)
                .setSources(Math.min(observed, 2))
                .setState(state)
                .setPane(new Pane(PaneTiming.ON_TIME, 0L))
                .build();
    }
}
