package khabar.app.time;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Time;

/**
 * The wall clock as Kafka Streams sees it: it never goes back and never stands still. Kafka Streams
 * commits and closes windows when the clock has passed a time; were the clock of the machine set back
 * by hours, it would do neither for hours. This one follows the machine's clock as long as that goes
 * ahead, and runs at half speed after it was set back, until the two agree again.
 */
public final class SteadyTime implements Time {
    private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final LongSupplier wallMillis;
    private final LongSupplier nanoTime;
    private long anchorMillis;
    private long anchorNanos;

    /** The clock of the machine, with the leaps that a test may ask for. */
    public static SteadyTime ofMachine() {
        return new SteadyTime(ClockLeaps.asked(System::nanoTime).over(System::currentTimeMillis), System::nanoTime);
    }

    SteadyTime(LongSupplier wallMillis, LongSupplier nanoTime) {
        this.wallMillis = wallMillis;
        this.nanoTime = nanoTime;
        this.anchorMillis = wallMillis.getAsLong();
        this.anchorNanos = nanoTime.getAsLong();
    }

    @Override
    public synchronized long milliseconds() {
        long nanos = nanoTime.getAsLong();
        long slow = anchorMillis + (nanos - anchorNanos) / (2 * NANOS_PER_MILLI);
        long wall = wallMillis.getAsLong();
        if (wall < slow) {
            return slow;
        }
        anchorMillis = wall;
        anchorNanos = nanos;
        return wall;
    }

    @Override
    public long nanoseconds() {
        return nanoTime.getAsLong();
    }

    @Override
    public void sleep(long millis) {
        Time.SYSTEM.sleep(millis);
    }

    @Override
    public void waitObject(Object lock, Supplier<Boolean> condition, long deadline) throws InterruptedException {
        synchronized (lock) {
            while (!condition.get()) {
                long left = deadline - milliseconds();
                if (left <= 0) {
                    throw new TimeoutException("condition: not met (expected: before the deadline)");
                }
                lock.wait(left);
            }
        }
    }
}
