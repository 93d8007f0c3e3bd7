package khabar.topics.registry;

import org.apache.kafka.common.KafkaException;

/**
 * The schema registry does not do what is asked of it. No fault of a record: whoever meets this stops
 * rather than refusing the record.
 */
public final class RegistryException extends KafkaException {
    private static final long serialVersionUID = 1L;

    RegistryException(String message) {
        super(message);
    }

    RegistryException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether this is why something else failed. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryException) {
                return true;
            }
        }
        return false;
    }
}
