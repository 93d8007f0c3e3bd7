package khabar.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
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
        properties.put(CommitTimes.INTERVAL_MS, 250L);
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
    void whereNoIntervalIsSetKafkaStreamsIsLeftAlone() {
        MockProcessorContext<String, String> context = contextWith(new Properties());
        CommitTimes.keep(context);

        assertThat(context.scheduledPunctuators()).isEmpty();
    }

    private MockProcessorContext<String, String> contextWith(Properties properties) {
        return new MockProcessorContext<>(properties, new TaskId(0, 0), folder.toFile());
    }
}
