package khabar.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TopologyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies: a new one takes over, up to three times in five minutes;
 * after that, or where trying again cannot help, the instance stops and says why.
 */
final class ReplaceThreadAFewTimes implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ReplaceThreadAFewTimes.class);
    private static final int TIMES = 3;
    private static final String REFUSED =
            "clock: ahead of the broker's, or a record of a form that it refuses (expected: ahead"
                    + " by no more than message.timestamp.after.max.ms of the topic, an hour unless set); nothing of it was"
                    + " committed, so set the clock of this machine right and start again";
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final LongSupplier nanoTime;
    private final Deque<Long> replacements = new ArrayDeque<>();
    private @Nullable Throwable fatal;

    ReplaceThreadAFewTimes(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        long now = nanoTime.getAsLong();
        replacements.removeIf(at -> now - at > WITHIN.toNanos());
        if (isHopeless(failure) || replacements.size() >= TIMES) {
            Throwable explained = isRefused(failure) ? new StreamsException(REFUSED, failure) : failure;
            fatal = explained;
            LOG.error("A stream thread died and this instance stops: {}", causes(explained), failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        replacements.add(now);
        LOG.warn("A stream thread died and is replaced ({} of {}): {}", replacements.size(), TIMES, causes(failure));
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** What made this instance stop. */
    synchronized Optional<Throwable> fatal() {
        return Optional.ofNullable(fatal);
    }

    /** Whether the broker refused what was sent for what it says: a date too far ahead, most often. */
    private static boolean isRefused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidRecordException || cause instanceof InvalidTimestampException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHopeless(Throwable failure) {
        if (isRefused(failure)) {
            // It would be dated so again: the topology's clock never goes back.
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationException
                    || cause instanceof AuthorizationException
                    || cause instanceof UnsupportedVersionException
                    || cause instanceof MissingSourceTopicException
                    || cause instanceof TopologyException
                    || cause instanceof VirtualMachineError
                    || cause instanceof LinkageError) {
                return true;
            }
        }
        return false;
    }

    /** The messages of a failure and of what caused it, on one line. */
    static String causes(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.toString());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append(" <- ").append(cause);
        }
        return text.toString();
    }
}
