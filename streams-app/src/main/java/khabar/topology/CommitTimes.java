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
 *
 * <p>A transaction costs as much as hundreds of records. An instance that does not keep up therefore lets some of the
 * times pass: every other one while the feed is behind by more than two intervals, all within half a second or a second
 * while it is behind by seconds. It has more time for articles then, and is sooner where it should be. One object for all
 * tasks of an instance, safe for many threads: those that take articles in tell, and all ask.
 */
public final class CommitTimes {
    /** The property of Kafka Streams that holds the commit times; without it Kafka Streams commits when it likes. */
    public static final String PROPERTY = "khabar.commit.times";

    private static final CommitTimes NONE = new CommitTimes(Duration.ZERO);
    private static final long REMEMBERED_MS = Duration.ofSeconds(1).toMillis();
    private static final long INTERVALS_IN_TIME = 2;
    private static final long LATE_MS = Duration.ofSeconds(1).toMillis();
    private static final long LONG_MS = Duration.ofMillis(500).toMillis();
    private static final long VERY_LATE_MS = Duration.ofSeconds(3).toMillis();
    private static final long LONGEST_MS = Duration.ofSeconds(1).toMillis();

    private final long intervalMs;
    /** How old the oldest article of the last second was when it was taken in, and when that was. */
    private volatile Age oldest = new Age(0, 0);

    private record Age(long ms, long at) {}

    /** Commit times that are so far apart. */
    public CommitTimes(Duration interval) {
        this.intervalMs = interval.toMillis();
    }

    /** The commit times of the instance that a task belongs to. */
    public static CommitTimes of(ProcessingContext context) {
        return context.appConfigs().get(PROPERTY) instanceof CommitTimes times ? times : NONE;
    }

    /** Asks for commits as long as the task lives; for one processor of each task. */
    public static void keep(ProcessingContext context) {
        CommitTimes times = of(context);
        if (times != NONE) {
            atMultiplesOf(Duration.ofMillis(times.intervalMs), context, now -> {
                if (times.isDue(now)) {
                    context.commit();
                }
            });
        }
    }

    /** Lets something be done at the multiples of an interval on the wall clock: in all tasks at the same times. */
    public static void atMultiplesOf(Duration interval, ProcessingContext context, Punctuator what) {
        context.schedule(Instant.EPOCH, interval, PunctuationType.WALL_CLOCK_TIME, what);
    }

    /** Says that an article is taken in now that arrived in the feed at the given time; in milliseconds since the epoch. */
    public void heard(long arrival, long now) {
        Age known = oldest;
        if (now - arrival >= known.ms || isPast(known, now)) {
            oldest = new Age(now - arrival, now);
        }
    }

    /** Whether a commit is due at a time which is a multiple of the interval, or a little later. */
    public boolean isDue(long now) {
        return intervalMs == 0 || now / intervalMs % intervalsAt(now) == 0;
    }

    /** How many intervals lie between two commits. */
    private long intervalsAt(long now) {
        Age known = oldest;
        if (isPast(known, now) || known.ms <= INTERVALS_IN_TIME * intervalMs) {
            return 1;
        }
        if (known.ms <= LATE_MS) {
            return Math.min(2, atMost(LONGEST_MS));
        }
        return atMost(known.ms <= VERY_LATE_MS ? LONG_MS : LONGEST_MS);
    }

    private long atMost(long ms) {
        return Math.max(1, ms / intervalMs);
    }

    private static boolean isPast(Age known, long now) {
        // A clock that was put back makes it past, too.
        return Math.abs(now - known.at) >= REMEMBERED_MS;
    }
}
