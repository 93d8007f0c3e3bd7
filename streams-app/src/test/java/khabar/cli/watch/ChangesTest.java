package khabar.cli.watch;

import static khabar.query.live.Outputs.LAVROV;
import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.SYRIA;
import static khabar.query.live.Outputs.TODAY;
import static khabar.query.live.Outputs.alert;
import static khabar.query.live.Outputs.arrived;
import static khabar.query.live.Outputs.subject;
import static khabar.query.live.Outputs.top;
import static khabar.query.live.Outputs.trend;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import khabar.query.live.LiveView;
import khabar.query.live.Snapshot;
import khabar.schemas.AlertState;
import khabar.schemas.PaneTiming;
import khabar.schemas.RankedEntity;
import khabar.schemas.TrendState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChangesTest {
    private final LiveView view = new LiveView(Clock.fixed(MIDNIGHT, ZoneOffset.UTC));

    @Test
    void atFirstEverythingIsAChangeTheOldestArticleFirst() {
        view.accept(arrived("b", "دوم", 2));
        view.accept(arrived("a", "نخست", 1));
        view.accept(top(TODAY, PaneTiming.EARLY, SYRIA));
        view.accept(subject(TODAY, "medtop:16000000", "war", "جنگ", 2));

        assertThat(lines(null, now()))
                .containsExactly(
                        "article\t2020-01-01T00:00:00Z\tfa\ta\tنخست",
                        "article\t2020-01-01T00:00:00Z\tfa\tb\tدوم",
                        "window\t2020-01-01T00:00:00Z/P1D\tEARLY",
                        "entity\t2020-01-01T00:00:00Z/P1D\tEARLY\t20\t2\tQ858\tSyria\tسوریه",
                        "subject\t2020-01-01T00:00:00Z/P1D\tEARLY\t6\t2\tmedtop:16000000\twar\tجنگ");
    }

    @Test
    void onlyWhatIsDifferentIsTold() {
        view.accept(top(TODAY, PaneTiming.EARLY, SYRIA, LAVROV));
        Snapshot before = now();
        RankedEntity more = new RankedEntity("Q858", "place", SYRIA.getNames(), 21L, 3L, 21L, 3L, 0L, 0L, 0L, 0L);
        view.accept(top(TODAY, PaneTiming.ON_TIME, more));

        assertThat(lines(before, now()))
                .containsExactly(
                        "window\t2020-01-01T00:00:00Z/P1D\tON_TIME",
                        "entity\t2020-01-01T00:00:00Z/P1D\tON_TIME\t21\t3\tQ858\tSyria\tسوریه",
                        "left\t2020-01-01T00:00:00Z/P1D\tON_TIME\t8\t2\tQ58217\tSergey Lavrov\tسرگئی لاوروف");
    }

    @Test
    void trendsAndAlertsComeAndGo() {
        view.accept(trend(TODAY, SYRIA, TrendState.RISING, 3.5));
        view.accept(top(TODAY, PaneTiming.EARLY, SYRIA));
        view.accept(alert("oil", "a", AlertState.FIRED, 1));
        view.accept(alert("oil", "b", AlertState.FIRED, 2));
        Snapshot before = now();
        view.accept(trend(TODAY, SYRIA, TrendState.ENDED, 1));
        view.accept(alert("oil", "a", AlertState.WITHDRAWN, 3));

        assertThat(lines(null, before))
                .contains(
                        "trend\t2020-01-01T00:00:00Z/P1D\tEARLY\tRISING\t3.5\t2\t0.5\tQ858\tSyria\tسوریه",
                        "alert\t2020-01-01T00:00:01Z\tARTICLE\toil\t\ta\tنفت و تحریم\tقیمت نفت");
        assertThat(lines(before, now()))
                .containsExactly(
                        "trend-over\t2020-01-01T00:00:00Z/P1D\tEARLY\tRISING\t3.5\t2\t0.5\tQ858\tSyria\tسوریه",
                        "alert-over\t2020-01-01T00:00:01Z\tARTICLE\toil\t\ta\tنفت و تحریم\tقیمت نفت");
    }

    @Test
    void anAlertThatIsPushedOutByNewerOnesIsNotOver() {
        for (int second = 0; second < 200; second++) {
            view.accept(alert("oil", "a:" + second, AlertState.FIRED, second));
        }
        Snapshot before = now();
        view.accept(alert("oil", "newest", AlertState.FIRED, 500));

        assertThat(lines(before, now())).hasSize(1).first().asString().startsWith("alert\t2020-01-01T00:08:20Z");
    }

    @Test
    void aTabOrALineFeedInAHeadlineMakesNoNewField() {
        view.accept(arrived("a", "one\ttwo\nthree", 1));

        assertThat(lines(null, now())).containsExactly("article\t2020-01-01T00:00:00Z\tfa\ta\tone two three");
    }

    private Snapshot now() {
        return view.snapshot(Optional.empty(), 10);
    }

    private static List<String> lines(@Nullable Snapshot before, Snapshot now) {
        return Changes.between(before, now).stream().map(ChangeLine::of).toList();
    }
}
