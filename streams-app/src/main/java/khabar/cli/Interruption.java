package khabar.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM as an event: what was given is run, and the process waits until the command has
 * finished what it was doing, at most fifteen seconds.
 */
final class Interruption implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofSeconds(15);

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Runnable stop) {
        hook = new Thread(() -> stopAndWait(stop), "khabar-interruption");
    }

    /** From now until it is closed, an interruption runs {@code stop}, which must be safe for another thread. */
    static Interruption runs(Runnable stop) {
        Interruption interruption = new Interruption(stop);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyGoingDown) {
            // Then the hook is running, and has just been told that it need not wait any longer.
        }
    }

    private void stopAndWait(Runnable stop) {
        stop.run();
        try {
            if (!finished.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("stop: not done after " + LAST_WORDS.toSeconds() + " s, leaving now");
            }
        } catch (InterruptedException goingDown) {
            Thread.currentThread().interrupt();
        }
    }
}
