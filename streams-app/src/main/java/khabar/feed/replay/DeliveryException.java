package khabar.feed.replay;

/** Kafka did not take what was sent: {@code name: value (expected: …)}. Nothing uncommitted counts. */
public final class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was wrong and why. */
    public DeliveryException(String message, Throwable cause) {
        super(message, cause);
    }
}
