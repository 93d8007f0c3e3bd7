package khabar.cli.watch.screen;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabar.query.live.Board;
import khabar.schemas.RankedEntity;

/** Remembers for a moment which entities have moved. */
final class Highlights {
    private static final long MOMENT_NANOS = Duration.ofSeconds(2).toNanos();

    private final Map<String, Long> moved = new HashMap<>();
    private Optional<Board> before = Optional.empty();

    /** The ids of what has moved within a moment before the given time, as {@link System#nanoTime} counts. */
    Set<String> fresh(Optional<Board> now, long nanos) {
        boolean same = before.map(Board::window).equals(now.map(Board::window));
        Set<RankedEntity> old = new HashSet<>(before.map(Board::entities).orElse(List.of()));
        before = now;
        if (!same) {
            moved.clear();
            return Set.of();
        }
        now.map(Board::entities).orElse(List.of()).stream()
                .filter(row -> !old.contains(row))
                .forEach(row -> moved.put(row.getEntityId(), nanos));
        moved.values().removeIf(at -> nanos - at > MOMENT_NANOS);
        return Set.copyOf(moved.keySet());
    }
}
