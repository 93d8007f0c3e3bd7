package khabar.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class TurnsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void theFirstTurnIsAtOnceAndTheOthersOncePerInterval() {
        assertThat(turnsOf(0, 1)).containsExactly(10_100L, 11_000L, 12_000L);
    }

    @Test
    void partitionsTakeTurnsOneAfterTheOther() {
        assertThat(turnsOf(1, 4)).containsExactly(10_100L, 10_800L, 11_800L);
        assertThat(turnsOf(2, 4)).containsExactly(10_100L, 10_500L, 11_500L);
        assertThat(turnsOf(3, 4)).containsExactly(10_100L, 10_300L, 11_300L);
    }

    @Test
    void aClockThatWasPutBackBeginsAnew() {
        Turns turns = Turns.every(SECOND, 0, 1);
        assertThat(turns.isNext(100_000)).isTrue();
        assertThat(turns.isNext(50_000)).isTrue();
        assertThat(turns.isNext(50_100)).isFalse();
    }

    private static List<Long> turnsOf(int partition, int partitions) {
        Turns turns = Turns.every(SECOND, partition, partitions);
        return LongStream.iterate(10_100, now -> now <= 12_000, now -> now + 100)
                .filter(turns::isNext)
                .boxed()
                .toList();
    }
}
