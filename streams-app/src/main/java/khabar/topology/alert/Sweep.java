package khabar.topology.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says when it is worth going through a store to forget what is final: some times in a horizon of event time. */
final class Sweep {
    private static final int IN_A_HORIZON = 10;

    private final Duration horizon;
    private @Nullable Instant newest;
    private @Nullable Instant last;

    Sweep(Duration horizon) {
        this.horizon = horizon;
    }

    /** Whether it is time, now that something of the given event time was seen. */
    boolean isDue(Instant eventTime) {
        if (newest == null || eventTime.isAfter(newest)) {
            newest = eventTime;
        }
        if (last == null) {
            last = newest;
        }
        if (newest.isBefore(last.plus(horizon.dividedBy(IN_A_HORIZON)))) {
            return false;
        }
        last = newest;
        return true;
    }

    /** What is older is final. */
    Instant horizonStart() {
        return newest == null ? Instant.MIN : newest.minus(horizon);
    }
}
