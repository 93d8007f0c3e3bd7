package khabar.app.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Leaps of the wall clock, for {@code khabar torture}: nobody can be asked to set the clock of a machine.
 * The system property {@value #PROPERTY} names them as {@code PT3S:PT2H,PT6S:-PT5H}: three seconds after
 * the start two hours ahead, three seconds later five hours back.
 */
final class ClockLeaps {
    static final String PROPERTY = "khabar.clock.leaps";

    private final List<Leap> leaps;
    private final LongSupplier nanoTime;
    private final long began;

    private record Leap(long afterNanos, long byMillis) {}

    private ClockLeaps(List<Leap> leaps, LongSupplier nanoTime) {
        this.leaps = leaps;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /** Those that this process was asked for; usually none. */
    static ClockLeaps asked(LongSupplier nanoTime) {
        return parse(System.getProperty(PROPERTY, ""), nanoTime);
    }

    static ClockLeaps parse(String text, LongSupplier nanoTime) {
        List<Leap> leaps = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] afterAndBy = part.split(":", 2);
            leaps.add(new Leap(
                    Duration.parse(afterAndBy[0]).toNanos(),
                    Duration.parse(afterAndBy[1]).toMillis()));
        }
        return new ClockLeaps(leaps, nanoTime);
    }

    /** The clock with its leaps. */
    LongSupplier over(LongSupplier wallMillis) {
        return leaps.isEmpty() ? wallMillis : () -> wallMillis.getAsLong() + leapt();
    }

    private long leapt() {
        long elapsed = nanoTime.getAsLong() - began;
        return leaps.stream()
                .filter(leap -> elapsed >= leap.afterNanos)
                .mapToLong(Leap::byMillis)
                .sum();
    }
}
