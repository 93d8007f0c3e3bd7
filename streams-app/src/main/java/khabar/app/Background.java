package khabar.app;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Starts what may wait where processors are few: a count can come a little later, but whoever asks for it waits for
 * the answer. Threads have the priority of the thread that started them, native ones too, so one thread here is
 * enough for all that a client of Kafka or a store starts. On Linux the JVM heeds priorities only with
 * {@code -XX:ThreadPriorityPolicy=1}, which the launcher gives to {@code khabar run}; they are then nice values, and
 * the least priority is 4.
 */
final class Background {
    private Background() {}

    /** Runs this in a thread of the least priority, waits for its end, and answers or throws what it does. */
    static <T> T start(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "khabar-background");
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException own ? own : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
