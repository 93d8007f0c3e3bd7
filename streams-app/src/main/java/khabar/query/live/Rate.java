package khabar.query.live;

import java.time.Instant;

/** How many things happened in the last ten seconds. */
final class Rate {
    private static final int SECONDS = 10;

    private final long[] second = new long[SECONDS];
    private final long[] count = new long[SECONDS];

    void happened(Instant at) {
        long now = at.getEpochSecond();
        int slot = Math.floorMod(now, SECONDS);
        if (second[slot] < now) {
            second[slot] = now;
            count[slot] = 0;
        }
        if (second[slot] == now) {
            count[slot]++;
        }
    }

    /** The mean over the ten whole or begun seconds up to the given time. */
    double perSecond(Instant at) {
        long now = at.getEpochSecond();
        long sum = 0;
        for (int slot = 0; slot < SECONDS; slot++) {
            if (second[slot] > now - SECONDS && second[slot] <= now) {
                sum += count[slot];
            }
        }
        return (double) sum / SECONDS;
    }
}
