package khabar.audit.records;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import khabar.schemas.Pane;
import khabar.schemas.PaneTiming;
import khabar.topics.WindowKey;
import org.jspecify.annotations.Nullable;

/**
 * Panes of each key of one topic: indices 0, 1, 2 … each once and in order, EARLY before the one
 * ON_TIME, LATE after it, and a window that is the one of the key. Only what is named for the first
 * time when its window is closed begins with LATE.
 */
final class PaneCheck {
    private final String topic;
    private final Consumer<Flaw> flaws;
    private final Map<String, Progress> progress = new HashMap<>();

    PaneCheck(String topic, Consumer<Flaw> flaws) {
        this.topic = topic;
        this.flaws = flaws;
    }

    /**
     * Takes the next record.
     *
     * @param key its key
     * @param stated what the value says that the key must be
     * @param pane its pane
     */
    void take(String key, WindowKey stated, Pane pane) {
        if (!key.equals(stated.text())) {
            flaw(key, "value: of " + stated.text() + " (expected: the window and id of the key)");
        }
        Progress before = progress.getOrDefault(key, new Progress(0, null));
        if (pane.getIndex() != before.next) {
            flaw(key, "pane.index: " + pane.getIndex() + " (expected: " + before.next + ")");
        }
        checkTiming(key, pane, before.last);
        progress.put(key, new Progress(Math.max(before.next, pane.getIndex() + 1), pane.getTiming()));
    }

    private void checkTiming(String key, Pane pane, @Nullable PaneTiming last) {
        boolean late = pane.getTiming() == PaneTiming.LATE;
        if (last == PaneTiming.EARLY && late) {
            flaw(key, "pane " + pane.getIndex() + ": LATE (expected: EARLY or ON_TIME, as none was ON_TIME yet)");
        } else if (last != null && last != PaneTiming.EARLY && !late) {
            flaw(key, "pane " + pane.getIndex() + ": " + pane.getTiming() + " (expected: LATE after " + last + ")");
        }
    }

    /** How many keys there are. */
    int keys() {
        return progress.size();
    }

    /** How many keys have EARLY panes only. */
    long open() {
        return progress.values().stream().filter(one -> one.isOpen()).count();
    }

    /** Every key that has EARLY panes only although its window ended before the given time is a flaw. */
    void mustBeClosed(Instant before) {
        progress.forEach((key, one) -> {
            if (one.isOpen() && WindowKey.parse(key).end().isBefore(before)) {
                flaw(key, "panes: " + one.next + ", none ON_TIME (expected: one)");
            }
        });
    }

    private void flaw(String key, String detail) {
        flaws.accept(new Flaw(topic, key, detail));
    }

    private record Progress(long next, @Nullable PaneTiming last) {
        boolean isOpen() {
            return last == PaneTiming.EARLY;
        }
    }
}
