package khabar.topology.trend;

import java.time.Duration;
import java.time.Instant;
import khabar.schemas.state.EntityPast;
import khabar.topics.WindowKey;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The past of every entity that has one. An entity is written when one of its windows closes; empty
 * windows cost nothing, since what they take away follows from how many there were. What has decayed
 * to nothing is forgotten once in a half-life.
 */
final class Pasts {
    private static final String BEGINNING = "beginning/";
    private static final String CLOSED = "closed/";
    private static final String SWEPT = "swept/";

    private final Expectation expectation;
    private final double halfLife;
    private final KeyValueStore<String, EntityPast> pasts;
    private final Remembered<String, Long> clock;

    /** Continues with what the stores hold. */
    Pasts(TrendOptions options, KeyValueStore<String, EntityPast> pasts, KeyValueStore<String, Long> clock) {
        expectation = new Expectation(options);
        halfLife = options.halfLife();
        this.pasts = pasts;
        this.clock = new Remembered<>(clock);
    }

    /** What windows before the given one, all of which are closed, let expect of its entity. */
    Standing closing(WindowKey key, long observed) {
        return standing(key, key.start(), observed);
    }

    /** What the windows that are closed by now let expect in the given one, which is open. */
    Standing live(WindowKey key, long observed) {
        Instant closed = time(CLOSED, key.size());
        EntityPast past = pasts.get(TrendStores.key(key.size(), key.id()));
        // The window before may be closed for this entity, and not for all.
        if (closed != null && past != null && past.getNewest().plus(key.size()).isAfter(closed)) {
            closed = past.getNewest().plus(key.size());
        }
        return standing(key, closed == null || closed.isAfter(key.start()) ? key.start() : closed, observed);
    }

    /** All windows of a size that end at or before this time are closed; the least time there is before the first. */
    Instant closedUntil(Duration size) {
        Instant closed = time(CLOSED, size);
        return closed == null ? Instant.ofEpochMilli(Long.MIN_VALUE) : closed;
    }

    /** Adds a closed window to the past of its entity. */
    void add(WindowKey key, long observed) {
        if (time(BEGINNING, key.size()) == null) {
            put(BEGINNING, key.size(), key.start());
        }
        double sum = expectation.decayed(sumUntil(key, key.start()), 1) + observed;
        String stored = TrendStores.key(key.size(), key.id());
        if (sum == 0) {
            pasts.delete(stored);
        } else {
            pasts.put(stored, new EntityPast(sum, key.start()));
        }
    }

    /** All windows of a size that end at or before the time are closed: forgets pasts that say nothing any more. */
    void closed(Duration size, Instant until) {
        put(CLOSED, size, until);
        Instant swept = time(SWEPT, size);
        if (swept == null) {
            put(SWEPT, size, until);
        } else if (Expectation.windows(swept, until, size) >= halfLife) {
            put(SWEPT, size, until);
            sweep(size, until);
        }
    }

    private void sweep(Duration size, Instant until) {
        try (KeyValueIterator<String, EntityPast> all = pasts.range(TrendStores.first(size), TrendStores.last(size))) {
            while (all.hasNext()) {
                KeyValue<String, EntityPast> past = all.next();
                if (sumUntil(past.value, size, until) == 0) {
                    pasts.delete(past.key);
                }
            }
        }
    }

    private Standing standing(WindowKey key, Instant until, long observed) {
        Instant beginning = time(BEGINNING, key.size());
        Instant since = beginning == null || beginning.isAfter(until) ? key.start() : beginning;
        double expected = expectation.mean(sumUntil(key, until), Expectation.windows(since, until, key.size()));
        return new Standing(observed, expected, expectation.score(observed, expected), since);
    }

    private double sumUntil(WindowKey key, Instant until) {
        EntityPast past = pasts.get(TrendStores.key(key.size(), key.id()));
        return past == null ? 0 : sumUntil(past, key.size(), until);
    }

    private double sumUntil(EntityPast past, Duration size, Instant until) {
        return expectation.decayed(past.getSum(), Expectation.windows(past.getNewest(), until, size) - 1);
    }

    private @Nullable Instant time(String what, Duration size) {
        Long time = clock.get(what + TrendStores.iso(size));
        return time == null ? null : Instant.ofEpochMilli(time);
    }

    private void put(String what, Duration size, Instant time) {
        clock.put(what + TrendStores.iso(size), time.toEpochMilli());
    }
}
