package khabar.topics;

import java.time.Duration;
import java.time.Instant;
import khabar.settings.Durations;
import org.jspecify.annotations.Nullable;

/**
 * The key of a windowed value: an ISO 8601 interval, and what is counted in it, as in
 * {@code 2016-12-01T00:00:00Z/P1D/Q858}.
 *
 * @param start start of the window, inclusive
 * @param size length of the window
 * @param id what is counted; empty for a value of the whole window
 */
public record WindowKey(Instant start, Duration size, String id) {

    /** The window of the given size that contains the given time; windows are aligned to UTC. */
    public static WindowKey containing(Instant time, Duration size, String id) {
        long millis = time.toEpochMilli();
        return new WindowKey(Instant.ofEpochMilli(millis - Math.floorMod(millis, size.toMillis())), size, id);
    }

    /** The key as it stands in the topic. */
    public String text() {
        String window = start + "/" + Durations.iso(size);
        return id.isEmpty() ? window : window + "/" + id;
    }

    /** The key that the given text stands for; throws {@link IllegalArgumentException} where it is none. */
    public static WindowKey parse(String text) {
        String[] parts = text.split("/", 3);
        if (parts.length < 2) {
            throw new IllegalArgumentException("window key: " + text + " (expected: start/size or start/size/id)");
        }
        return new WindowKey(
                Instant.parse(parts[0]), Durations.parsePositive(parts[1]), parts.length == 3 ? parts[2] : "");
    }

    /** The window alone, with an empty id. */
    public WindowKey window() {
        return id.isEmpty() ? this : new WindowKey(start, size, "");
    }

    /** The window after this one, with an empty id. */
    public WindowKey next() {
        return new WindowKey(end(), size, "");
    }

    /** End of the window, exclusive. */
    public Instant end() {
        return start.plus(size);
    }

    // Maps of keys are asked at every change: what a record makes by itself goes through method handles.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WindowKey key && id.equals(key.id) && start.equals(key.start) && size.equals(key.size);
    }

    @Override
    public int hashCode() {
        return id.hashCode() * 31 + start.hashCode();
    }
}
