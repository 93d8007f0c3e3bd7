package khabar.broker;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of one broker. Kafka's threads inherit the group of the thread that starts them, so that what one of them
 * dies of, and Kafka's wish to end the process, find their way to the broker they belong to and to no other.
 */
final class BrokerThreads extends ThreadGroup {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerThreads.class);

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    BrokerThreads(String name) {
        super(name);
        // Kafka keeps these per process. Ours hold no state, so that any number of brokers may set them.
        Exit.setExitProcedure((status, message) -> leave(status, message, Runtime.getRuntime()::exit));
        Exit.setHaltProcedure((status, message) -> leave(status, message, Runtime.getRuntime()::halt));
    }

    /** Runs a task on a thread of this group and waits until that thread is gone, whatever interrupts the caller. */
    <T> T call(String threadName, Callable<T> task) throws Exception {
        FutureTask<T> result = new FutureTask<>(task);
        Thread thread = new Thread(this, result, threadName);
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome(result);
    }

    /** Makes a fatal failure known; the first one counts. */
    void fail(Throwable cause) {
        if (failure.complete(cause)) {
            LOG.error("The embedded broker failed; it serves no more until it is closed and started again", cause);
        }
    }

    CompletableFuture<Throwable> failure() {
        return failure;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        fail(cause);
    }

    private static <T> T outcome(FutureTask<T> done) throws Exception {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static void leave(int status, @Nullable String message, EndOfProcess otherwise) {
        if (Thread.currentThread().getThreadGroup() instanceof BrokerThreads broker) {
            Halted halted = new Halted("Kafka gave up with exit status " + status
                    + ", as it does when its disk is full or gone" + (message == null ? "" : ": " + message));
            broker.fail(halted);
            throw halted;
        }
        otherwise.with(status);
    }

    /** How the process ends for a thread that is no broker's. */
    private interface EndOfProcess {
        void with(int status);
    }

    /** Ends the thread that wanted to end the process. */
    private static final class Halted extends Error {
        private static final long serialVersionUID = 1L;

        Halted(String message) {
            super(message);
        }
    }
}
