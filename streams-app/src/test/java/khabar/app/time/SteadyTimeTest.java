package khabar.app.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class SteadyTimeTest {
    private final AtomicLong wall = new AtomicLong(1_000_000);
    private final AtomicLong nanos = new AtomicLong();
    private final SteadyTime time = new SteadyTime(wall::get, nanos::get);

    private void pass(Duration real, Duration onTheWall) {
        nanos.addAndGet(real.toNanos());
        wall.addAndGet(onTheWall.toMillis());
    }

    @Test
    void itFollowsTheWallClockAheadAtOnce() {
        pass(Duration.ofSeconds(1), Duration.ofHours(5));

        assertThat(time.milliseconds()).isEqualTo(wall.get());
    }

    @Test
    void itGoesOnAtHalfSpeedWhenTheWallClockIsSetBackUntilBothAgree() {
        pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
        long before = time.milliseconds();
        pass(Duration.ofSeconds(10), Duration.ofSeconds(-20));

        assertThat(time.milliseconds()).isEqualTo(before + 5_000);
        pass(Duration.ofSeconds(20), Duration.ofSeconds(20));
        assertThat(time.milliseconds()).isEqualTo(before + 15_000);
        pass(Duration.ofSeconds(40), Duration.ofSeconds(40));
        assertThat(time.milliseconds()).isEqualTo(wall.get());
    }

    @Test
    void itNeverGoesBack() {
        long before = time.milliseconds();
        for (int i = 0; i < 1_000; i++) {
            pass(Duration.ofMillis(7), Duration.ofMillis((i * 7919) % 2_000 - 1_000));
            long now = time.milliseconds();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }

    @Test
    void leapsComeWhenTheyWereAskedFor() {
        ClockLeaps leaps = ClockLeaps.parse("PT3S:PT2H,PT6S:-PT5H", nanos::get);
        long start = leaps.over(wall::get).getAsLong();

        pass(Duration.ofSeconds(3), Duration.ZERO);
        assertThat(leaps.over(wall::get).getAsLong() - start).isEqualTo(TimeUnit.HOURS.toMillis(2));
        pass(Duration.ofSeconds(3), Duration.ZERO);
        assertThat(leaps.over(wall::get).getAsLong() - start).isEqualTo(TimeUnit.HOURS.toMillis(-3));
    }
}
