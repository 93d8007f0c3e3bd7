package khabar.cli.demo;

import static khabar.query.live.Outputs.DAY;
import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.MINUTE;
import static khabar.query.live.Outputs.SYRIA;
import static khabar.query.live.Outputs.TODAY;
import static khabar.query.live.Outputs.arrived;
import static khabar.query.live.Outputs.top;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import khabar.query.live.Outputs;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PaneTiming;
import khabar.schemas.PubStatus;
import khabar.settings.Settings;
import khabar.topics.WindowKey;
import khabar.topology.TopologyOptions;
import org.junit.jupiter.api.Test;

final class SettlingTest {
    private static final WindowKey FIRST_MINUTE = new WindowKey(MIDNIGHT, MINUTE, "");
    private static final WindowKey TENTH_MINUTE = new WindowKey(MIDNIGHT.plusSeconds(600), MINUTE, "");

    private final Collected collected = new Collected(DAY);

    @Test
    void allWindowsAreOverdueThatThePresentHasPassed() {
        collected.accept(arrived("a", "x", 0));
        collected.accept(top(TODAY, PaneTiming.EARLY, SYRIA));
        collected.accept(top(FIRST_MINUTE, PaneTiming.EARLY, SYRIA));

        assertThat(at(MIDNIGHT.plus(DAY).plus(DAY)).overdue()).containsExactlyInAnyOrder(TODAY, FIRST_MINUTE);
    }

    @Test
    void aWindowThatThePresentHasNotPassedMayStayOpen() {
        collected.accept(arrived("a", "x", 0));
        collected.accept(top(TODAY, PaneTiming.EARLY, SYRIA));
        collected.accept(top(FIRST_MINUTE, PaneTiming.EARLY, SYRIA));

        assertThat(at(MIDNIGHT.plusSeconds(200)).overdue()).containsExactly(FIRST_MINUTE);
        assertThat(at(MIDNIGHT.plusSeconds(90)).overdue()).isEmpty();
    }

    @Test
    void aWindowThatTheFeedHasPassedIsOverdue() {
        EnrichedArticle later = Outputs.article("a", "x", PubStatus.USABLE, MIDNIGHT);
        later.setPublishedAt(MIDNIGHT.plusSeconds(600));
        collected.accept(Outputs.of(later));
        collected.accept(top(FIRST_MINUTE, PaneTiming.EARLY, SYRIA));
        collected.accept(top(TENTH_MINUTE, PaneTiming.EARLY, SYRIA));

        assertThat(at(MIDNIGHT.plusSeconds(601)).overdue()).containsExactly(FIRST_MINUTE);
    }

    @Test
    void aClosedWindowIsNotWaitedFor() {
        collected.accept(arrived("a", "x", 0));
        collected.accept(top(TODAY, PaneTiming.EARLY, SYRIA));
        collected.accept(top(TODAY, PaneTiming.ON_TIME, SYRIA));

        assertThat(at(MIDNIGHT.plus(DAY).plus(DAY)).overdue()).isEmpty();
        assertThat(collected.openWindows()).isEmpty();
        assertThat(collected.windowsBySize()).containsEntry(DAY, 1);
    }

    @Test
    void nothingIsSettledBeforeAnythingHasComeOut() {
        assertThat(at(MIDNIGHT).isSettled(2)).isFalse();
        assertThat(at(MIDNIGHT).isStuck()).isFalse();
    }

    private Settling at(Instant now) {
        return new Settling(collected, TopologyOptions.from(Settings.defaults(), 1), Clock.fixed(now, ZoneOffset.UTC));
    }
}
