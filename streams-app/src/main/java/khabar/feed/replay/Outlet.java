package khabar.feed.replay;

import java.util.Optional;

/** Where a replay sends to. */
public interface Outlet extends AutoCloseable {
    /** How far an earlier run of the same replay has come; empty where there was none. */
    Optional<Position> committed();

    /** Sends a record; it counts only when it is committed. */
    void send(Outgoing outgoing);

    /** Whether what is sent still goes anywhere; where nobody is left to take it, the replay ends. */
    default boolean isHeard() {
        return true;
    }

    /** Makes everything sent so far count, together with the position. */
    void commit(Position position);

    /** Drops what was sent and not committed. */
    @Override
    void close();
}
