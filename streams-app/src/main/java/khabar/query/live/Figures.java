package khabar.query.live;

import java.time.Instant;
import java.util.Map;
import khabar.schemas.PaneTiming;
import khabar.schemas.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * How the stream is doing, as far back as the reader looked.
 *
 * @param articles winning revisions seen, retractions among them
 * @param perSecond articles that arrived in the last seconds, for each second
 * @param rejectedBy refused on purpose, by reason
 * @param deadLetters failed by accident
 * @param unreadable records whose value this build cannot read
 * @param panes rankings published, by timing
 * @param newestAt when the newest record was written; null before the first
 */
public record Figures(
        long articles,
        double perSecond,
        Map<RejectReason, Long> rejectedBy,
        long deadLetters,
        long unreadable,
        Map<PaneTiming, Long> panes,
        @Nullable Instant newestAt) {

    /** Refused on purpose, for whatever reason. */
    public long rejected() {
        return rejectedBy.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Rankings that changed after their window had closed. */
    public long latePanes() {
        return panes.getOrDefault(PaneTiming.LATE, 0L);
    }
}
