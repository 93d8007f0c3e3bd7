package khabar.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.LongStream;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommitTimesTest {
    @TempDir
    private Path folder;

    @Test
    void aTaskAsksForACommitEachTimeTheIntervalHasPassed() {
        Properties properties = new Properties();
        properties.put(CommitTimes.PROPERTY, new CommitTimes(Duration.ofMillis(250)));
        MockProcessorContext<String, String> context = contextWith(properties);
        CommitTimes.keep(context);

        assertThat(context.scheduledPunctuators()).singleElement().satisfies(kept -> {
            assertThat(kept.getInterval()).isEqualTo(Duration.ofMillis(250));
            assertThat(kept.getType()).isEqualTo(PunctuationType.WALL_CLOCK_TIME);
            assertThat(context.committed()).isFalse();
            kept.getPunctuator().punctuate(250);
            assertThat(context.committed()).isTrue();
        });
    }

    @Test
    void whoDoesNotKeepUpCommitsLessOftenUntilItDoes() {
        CommitTimes times = new CommitTimes(Duration.ofMillis(100));
        long now = 1_000_000;
        assertThat(dueInASecond(times, now)).isEqualTo(10);

        times.heard(now - 200, now);
        assertThat(dueInASecond(times, now)).as("two intervals are in time").isEqualTo(10);
        times.heard(now - 201, now);
        times.heard(now - 5, now + 1);
        assertThat(dueInASecond(times, now)).as("the oldest counts").isEqualTo(5);
        times.heard(now - 1_001, now);
        assertThat(dueInASecond(times, now)).isEqualTo(2);
        times.heard(now - 3_001, now);
        assertThat(dueInASecond(times, now)).isEqualTo(1);

        times.heard(now + 1_000, now + 1_001);
        assertThat(dueInASecond(times, now + 1_000))
                .as("what was heard a second before is past")
                .isEqualTo(10);
    }

    private static long dueInASecond(CommitTimes times, long from) {
        return LongStream.range(0, 10)
                .filter(multiple -> times.isDue(from + multiple * 100 + 7 * (multiple % 2)))
                .count();
    }

    @Test
    void anIntervalOfSecondsIsNotStretched() {
        CommitTimes times = new CommitTimes(Duration.ofSeconds(30));
        times.heard(0, 630_000);

        assertThat(times.isDue(630_000)).isTrue();
    }

    @Test
    void whereNoIntervalIsSetKafkaStreamsIsLeftAlone() {
        MockProcessorContext<String, String> context = contextWith(new Properties());
        CommitTimes.keep(context);

        assertThat(context.scheduledPunctuators()).isEmpty();
    }

    private MockProcessorContext<String, String> contextWith(Properties properties) {
        return new MockProcessorContext<>(properties, new TaskId(0, 0), folder.toFile());
    }
}
