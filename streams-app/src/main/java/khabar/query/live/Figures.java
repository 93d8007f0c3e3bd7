package khabar.query.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the stream is doing, as far back as the reader looked.
 *
 * @param articles winning revisions seen, retractions among them
 * @param perSecond articles that arrived in the last seconds, for each second
 * @param rejected refused on purpose
 * @param deadLetters failed by accident
 * @param unreadable records whose value this build cannot read
 * @param latePanes counts that changed after their window had closed
 * @param newestAt when the newest record was written; null before the first
 */
public record Figures(
        long articles,
        double perSecond,
        long rejected,
        long deadLetters,
        long unreadable,
        long latePanes,
        @Nullable Instant newestAt) {}
