package khabar.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** A door beside which somebody stands with a watch. */
final class Watched implements Door {
    /** Of CPU time: what other programs take of the machine is not the door's fault. */
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Door door;
    private Count total = Count.NONE;
    private long inputs;
    private Duration slowest = Duration.ZERO;

    Watched(Door door) {
        this.door = door;
    }

    @Override
    public Count take(byte[] input) {
        long began = THREADS.getCurrentThreadCpuTime();
        Count count = door.take(input);
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - began);
        if (took.compareTo(AT_MOST) > 0) {
            throw new IllegalStateException("time: " + took + " (expected: at most " + AT_MOST + ")");
        }
        inputs++;
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        total = total.plus(count);
        return count;
    }

    /** All inputs together, for people. */
    String summary() {
        return "inputs=" + inputs + " sent=" + total.sent() + " accepted=" + total.accepted() + " rejected="
                + total.rejected() + " slowest=" + slowest.toMillis() + "ms";
    }

    @Override
    public void close() {
        door.close();
    }
}
