package khabar.topology.count;

import java.time.Duration;
import java.time.Instant;
import khabar.schemas.Pane;
import khabar.topics.WindowKey;

/** What a count publishes. */
public sealed interface Counted {

    /**
     * A pane: the value of one id in one window.
     *
     * @param key the window and what is counted in it
     * @param type kind of the entity; empty for a subject
     * @param before what the pane before said; nothing where this is the first
     * @param now what is counted
     * @param pane which publication it is
     */
    record Value(WindowKey key, String type, Amounts before, Amounts now, Pane pane) implements Counted {}

    /** The panes that were due at one time are all out. */
    record Settled() implements Counted {}

    /**
     * All windows of one size that end at or before a time are closed: the ON_TIME panes of all that
     * was counted in them came before this.
     *
     * @param size length of the windows
     * @param until the time
     */
    record Closed(Duration size, Instant until) implements Counted {
        /** Whether the window is one of those. */
        public boolean includes(WindowKey window) {
            return window.size().equals(size) && !window.end().isAfter(until);
        }
    }

    /**
     * All windows of one size that start before a window have left the horizon, and their state is gone.
     *
     * @param before the first window that stays, with an empty id
     */
    record Expired(WindowKey before) implements Counted {
        /** Whether the window is one of those. */
        public boolean includes(WindowKey window) {
            return window.size().equals(before.size()) && window.start().isBefore(before.start());
        }
    }
}
