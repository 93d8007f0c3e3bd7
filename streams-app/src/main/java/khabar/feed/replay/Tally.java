package khabar.feed.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import khabar.schemas.RejectReason;
import org.jspecify.annotations.Nullable;

/** What a replay has done so far. */
final class Tally {
    private final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
    private long accepted;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /** Counts an article; its time, too, unless that is still to come: one wrong date must not stretch the corpus. */
    void accept(Instant publishedAt, Instant now) {
        accepted++;
        if (!publishedAt.isAfter(now)) {
            include(publishedAt);
        }
    }

    void reject(RejectReason reason) {
        rejected.merge(reason, 1L, Long::sum);
    }

    /** Goes on counting from there. */
    void restore(Position from) {
        accepted = from.accepted();
        rejected.putAll(from.rejected());
        first = from.first();
        last = from.last();
    }

    private void include(Instant publishedAt) {
        first = first == null || publishedAt.isBefore(first) ? publishedAt : first;
        last = last == null || publishedAt.isAfter(last) ? publishedAt : last;
    }

    /** Records read: what was accepted and what was rejected. */
    long read() {
        return accepted + rejectedTotal();
    }

    long accepted() {
        return accepted;
    }

    long rejectedTotal() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many were rejected for each reason. */
    Map<RejectReason, Long> rejected() {
        return Collections.unmodifiableMap(new EnumMap<>(rejected));
    }

    /** Earliest event time of an accepted article, of those that are past. */
    @Nullable
    Instant first() {
        return first;
    }

    /** Latest event time of an accepted article, of those that are past. */
    @Nullable
    Instant last() {
        return last;
    }

    /** Event time between the earliest and the latest accepted article, of those that are past. */
    Duration span() {
        return first == null || last == null ? Duration.ZERO : Duration.between(first, last);
    }
}
