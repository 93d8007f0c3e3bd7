package khabar.topology;

import java.time.Duration;

/**
 * When something is due that comes once in an interval: at multiples of it on the wall clock, and in each partition at
 * another time. Otherwise it would be in one transaction for all partitions, and everything new would have to wait for it.
 */
public final class Turns {
    private final long intervalMs;
    private final long shiftMs;
    private long last = Long.MIN_VALUE;

    private Turns(long intervalMs, long shiftMs) {
        this.intervalMs = intervalMs;
        this.shiftMs = shiftMs;
    }

    /** The turns of one of so many partitions; the first is at once. */
    public static Turns every(Duration interval, int partition, int partitions) {
        long millis = interval.toMillis();
        return new Turns(millis, millis * (partition % partitions) / partitions);
    }

    /** Whether another turn has begun since this was asked, also where the clock was put back. */
    public boolean isNext(long now) {
        long turn = Math.floorDiv(now + shiftMs, intervalMs);
        boolean next = turn != last;
        last = turn;
        return next;
    }
}
