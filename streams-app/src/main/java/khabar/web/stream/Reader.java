package khabar.web.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import khabar.query.events.OutputEvent;
import khabar.query.events.Positions;
import khabar.web.EventChannel;
import org.jspecify.annotations.Nullable;

/**
 * One reader. While it is given what it missed, what happens meanwhile waits; afterwards it takes part in
 * what all readers with its filter get.
 */
final class Reader {
    private static final int MOST_WAITING = 100_000;

    private final EventFilter filter;
    private final EventChannel channel;
    private final Positions positions;
    /** What happened while the past is read; null once the reader has caught up. */
    private @Nullable List<OutputEvent> meanwhile = new ArrayList<>();

    Reader(EventFilter filter, EventChannel channel, Positions positions) {
        this.filter = filter;
        this.channel = channel;
        this.positions = positions.copy();
    }

    EventFilter filter() {
        return filter;
    }

    EventChannel channel() {
        return channel;
    }

    Positions positions() {
        return positions.copy();
    }

    /** Whether it has caught up. */
    synchronized boolean isLive() {
        return meanwhile == null;
    }

    /**
     * Whether what it gets next is the same for all with its filter: it has caught up, and is not ahead, as
     * one that comes from another instance may be.
     */
    synchronized boolean shares(Positions now) {
        return meanwhile == null && now.isAtOrAfter(positions);
    }

    /** Gives what all with its filter get, which brings it to the given positions. */
    synchronized void move(Positions now, byte[] events) {
        positions.take(now);
        if (events.length > 0) {
            channel.send(events);
        }
    }

    /** Takes in what happens; while the past is read, that waits. Too much of it, and the reader is let go. */
    synchronized void happened(List<OutputEvent> events) {
        List<OutputEvent> waiting = meanwhile;
        if (waiting == null) {
            give(events);
        } else if (waiting.size() + events.size() > MOST_WAITING) {
            channel.drop("too slow: more than " + MOST_WAITING + " events wait (expected: a reader that keeps up)");
        } else {
            waiting.addAll(events);
        }
    }

    /** Gives a stretch of the past. */
    synchronized boolean give(List<OutputEvent> events) {
        StringBuilder text = new StringBuilder();
        for (OutputEvent event : events) {
            if (!positions.isPast(event)) {
                positions.pass(event);
                if (filter.lets(event)) {
                    text.append(EventForms.event(event, positions));
                }
            }
        }
        if (text.length() > 0) {
            channel.send(text.toString().getBytes(UTF_8));
        }
        return !channel.isClosed();
    }

    /** The past is read; gives what happened meanwhile, and from now on everything as it happens. */
    synchronized void catchUp() {
        List<OutputEvent> waiting = meanwhile;
        meanwhile = null;
        if (waiting != null) {
            give(waiting);
        }
    }
}
