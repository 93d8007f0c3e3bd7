package khabar.cli.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import khabar.topics.WindowKey;
import khabar.topology.TopologyOptions;
import org.jspecify.annotations.Nullable;

/**
 * Tells when everything is out that a silent feed lets come out: no pane has come for a moment, and no
 * window is open that should be closed. A window is left open where the present has not passed it.
 */
final class Settling {
    private static final Duration MOMENT = Duration.ofMillis(500);
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(30);

    private final Collected collected;
    private final TopologyOptions options;
    private final Clock clock;

    Settling(Collected collected, TopologyOptions options, Clock clock) {
        this.collected = collected;
        this.options = options;
        this.clock = clock;
    }

    /**
     * Whether there is nothing to wait for.
     *
     * @param sent how many articles were sent
     */
    boolean isSettled(long sent) {
        Duration quiet = collected.quiet();
        if (collected.hasPanes()) {
            return quiet.compareTo(MOMENT) > 0 && overdue().isEmpty();
        }
        // Nothing was counted: perhaps there is nothing to count, but not before something has come out.
        long out = collected.enriched() + collected.rejected() + collected.deadLetters();
        return (sent == 0 || out > 0) && quiet.compareTo(options.idleClose().plus(MOMENT)) > 0;
    }

    /** Whether waiting is in vain: windows are overdue, and nothing moves. */
    boolean isStuck() {
        return collected.quiet().compareTo(options.idleClose().plus(GIVE_UP_AFTER)) > 0;
    }

    /** The open windows that should be closed by now. */
    List<WindowKey> overdue() {
        Instant newest = collected.newestPublishedAt();
        return collected.openWindows().stream()
                .filter(window -> isDue(window, newest))
                .toList();
    }

    private boolean isDue(WindowKey window, @Nullable Instant newest) {
        if (newest == null) {
            return false;
        }
        Instant newestEnd = WindowKey.containing(newest, window.size(), "").end();
        boolean allOver = !newestEnd.plus(options.lateness().of(window.size())).isAfter(clock.instant());
        return allOver || !window.end().isAfter(newest.minus(options.lateness().of(window.size())));
    }
}
