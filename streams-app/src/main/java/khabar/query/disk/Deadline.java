package khabar.query.disk;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Until when a thread may look for an answer; whoever goes through much checks it on the way. */
public final class Deadline {
    private static final ThreadLocal<@Nullable Long> END = new ThreadLocal<>();

    private Deadline() {}

    /** The time was over. */
    public static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Exceeded() {
            super("deadline: over (expected: an answer before)", null, false, false);
        }
    }

    /** What is found within the time; throws {@link Exceeded} where it is over before. */
    public static <T> T within(Duration time, Supplier<T> search) {
        END.set(System.nanoTime() + time.toNanos());
        try {
            return search.get();
        } finally {
            END.remove();
        }
    }

    /** Throws {@link Exceeded} where the time of this thread is over. */
    public static void check() {
        Long end = END.get();
        if (end != null && System.nanoTime() - end > 0) {
            throw new Exceeded();
        }
    }
}
