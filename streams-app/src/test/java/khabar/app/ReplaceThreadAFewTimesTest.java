package khabar.app;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

final class ReplaceThreadAFewTimesTest {
    private final AtomicLong clock = new AtomicLong();
    private final ReplaceThreadAFewTimes failures = new ReplaceThreadAFewTimes(clock::get);

    @Test
    void theFourthDeathWithinFiveMinutesStopsTheInstance() {
        RuntimeException failure = new IllegalStateException("again");
        for (int i = 0; i < 3; i++) {
            assertThat(failures.handle(failure)).isEqualTo(REPLACE_THREAD);
        }
        assertThat(failures.fatal()).isEmpty();
        assertThat(failures.handle(failure)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(failures.fatal()).contains(failure);
    }

    @Test
    void deathsFarApartAreReplacedForEver() {
        for (int i = 0; i < 10; i++) {
            assertThat(failures.handle(new IllegalStateException("now and then")))
                    .isEqualTo(REPLACE_THREAD);
            clock.addAndGet(Duration.ofMinutes(2).toNanos());
        }
    }

    @Test
    void aRecordThatTheBrokerRefusesStopsAtOnceAndSaysWhatMayBeWrong() {
        StreamsException failure =
                new StreamsException("no", new InvalidRecordException("Timestamp 1 is out of range"));

        assertThat(failures.handle(failure)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(failures.fatal().orElseThrow())
                .hasCause(failure)
                .hasMessageStartingWith("clock: ahead")
                .hasMessageContaining("message.timestamp.after.max.ms");
    }

    @Test
    void whatTryingAgainCannotHelpStopsAtOnce() {
        assertThat(failures.handle(new StreamsException("no", new TopicAuthorizationException("news.articles"))))
                .isEqualTo(SHUTDOWN_CLIENT);
    }
}
