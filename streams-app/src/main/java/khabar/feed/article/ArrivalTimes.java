package khabar.feed.article;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How articles get the time that they do not bring.
 *
 * @param start time of the first undated article
 * @param interval time between two undated articles, by their order in the replay
 * @param present stamps every article with the present; null leaves them their own times
 */
public record ArrivalTimes(
        Instant start, Duration interval, @Nullable Clock present) {
    /** By how much times are moved in that turn: never, where they are the present. */
    Duration shift(Turn turn) {
        return present == null ? turn.shift() : Duration.ZERO;
    }

    /** What an undated article of that place in the replay gets, counted from 0. */
    Instant undated(long place) {
        return start.plusMillis(interval.toMillis() * place);
    }
}
