package khabar.web.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import khabar.query.events.OutputEvent;
import khabar.query.events.Positions;

/** The newest events, a bounded number of them, so that most readers who come back need no read of the past. */
final class Recent {
    private static final int MOST = 20_000;

    private final Deque<OutputEvent> events = new ArrayDeque<>();
    private final Positions beginning;

    /** Holds nothing yet; what comes begins at the given positions. */
    Recent(Positions beginning) {
        this.beginning = beginning.copy();
    }

    void add(List<OutputEvent> more) {
        events.addAll(more);
        while (events.size() > MOST) {
            beginning.pass(events.removeFirst());
        }
    }

    /** Whether everything after the given positions is here. */
    boolean covers(Positions from) {
        return from.isAtOrAfter(beginning);
    }

    /** What is after the given positions, oldest first. */
    List<OutputEvent> after(Positions from) {
        return events.stream().filter(event -> !from.isPast(event)).toList();
    }
}
