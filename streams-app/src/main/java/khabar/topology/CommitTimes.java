package khabar.topology;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * The times at which all tasks ask for a commit: multiples of the commit interval on the wall clock, as panes are
 * published at multiples of the pane interval. So a pane is committed as soon as it is out, and what one task hands
 * to another is there when the next panes are due; with two clocks that know nothing of each other a reader waits for
 * both, and Kafka Streams counts its interval from the end of the commit before.
 */
public final class CommitTimes {
    /** The property of Kafka Streams with the interval in milliseconds; without it Kafka Streams commits when it likes. */
    public static final String INTERVAL_MS = "khabar.commit.interval.ms";

    private CommitTimes() {}

    /** Asks for commits as long as the task lives; for one processor of each task. */
    public static void keep(ProcessingContext context) {
        Object interval = context.appConfigs().get(INTERVAL_MS);
        if (interval != null) {
            atMultiplesOf(Duration.ofMillis(Long.parseLong(interval.toString())), context, now -> context.commit());
        }
    }

    /** Lets something be done at the multiples of an interval on the wall clock: in all tasks at the same times. */
    public static void atMultiplesOf(Duration interval, ProcessingContext context, Punctuator what) {
        context.schedule(Instant.EPOCH, interval, PunctuationType.WALL_CLOCK_TIME, what);
    }
}
