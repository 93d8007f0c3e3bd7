package khabar.query.values;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of event time.
 *
 * @param from first start of a window in it; from the beginning where it is empty
 * @param to the first time after it; to the end where it is empty
 * @param most at most so many windows
 */
public record Stretch(Optional<Instant> from, Optional<Instant> to, int most) {}
