package khabar.query.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the reading of a topic starts.
 *
 * @param lookBack how long before its newest record, on the clock that its records are stamped by; null for
 *     its beginning
 * @param tail at most so many of the newest records of each partition
 */
public record Start(@Nullable Duration lookBack, long tail) {
    private static final Duration SPARE = Duration.ofHours(2);
    private static final long NEWEST_ARTICLES = 1_000;

    /** Everything that the topic has. */
    public static final Start AT_THE_BEGINNING = new Start(null, Long.MAX_VALUE);

    /** A whole window of the given size back, so that every count of the newest window is met. */
    public static Start windowBack(Duration size) {
        return new Start(size.plus(SPARE), Long.MAX_VALUE);
    }

    /** The newest articles. */
    public static Start newestArticles() {
        return new Start(null, NEWEST_ARTICLES);
    }
}
