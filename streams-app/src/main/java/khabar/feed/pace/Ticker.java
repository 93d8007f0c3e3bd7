package khabar.feed.pace;

import java.util.concurrent.locks.LockSupport;

/** Time that only goes forward, for waiting. */
public interface Ticker {
    /** Nanoseconds since any fixed moment. */
    long nanos();

    /** Waits about as long; may return early. */
    void sleep(long nanos);

    /** The time of the machine. */
    static Ticker system() {
        return new Ticker() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(long nanos) {
                LockSupport.parkNanos(nanos);
            }
        };
    }
}
