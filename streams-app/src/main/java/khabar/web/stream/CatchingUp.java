package khabar.web.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import khabar.query.events.EventHistory;
import khabar.query.events.OutputEvent;
import khabar.query.events.Positions;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives one reader what it missed, no faster than it takes it.
 *
 * @param reader who was away
 * @param known what is remembered of it
 * @param history where the rest can be read; null where all of it is remembered
 */
record CatchingUp(
        Reader reader, List<OutputEvent> known, @Nullable EventHistory history) {
    private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);
    private static final int STRETCH = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    void run(Positions from, Positions until) {
        try {
            give(known);
            if (history != null) {
                Map<TopicPartition, Long> gone = history.read(from, until, this::give);
                if (!gone.isEmpty()) {
                    reader.channel().send(EventForms.gap(gone));
                }
            }
            reader.catchUp();
        } catch (RuntimeException failed) {
            LOG.warn("event stream, reading the past: {}", failed.toString());
            reader.channel().end();
        }
    }

    private boolean give(List<OutputEvent> events) {
        for (int i = 0; i < events.size(); i += STRETCH) {
            List<OutputEvent> stretch = events.subList(i, Math.min(i + STRETCH, events.size()));
            if (!reader.give(stretch)) {
                return false;
            }
            if (!reader.channel().awaitRoom(PATIENCE)) {
                // Dropped, not let off the rest: what it would miss it could never notice.
                reader.channel()
                        .drop("too slow: no room within " + PATIENCE.toSeconds()
                                + " s (expected: a reader that keeps up)");
                return false;
            }
        }
        return true;
    }
}
