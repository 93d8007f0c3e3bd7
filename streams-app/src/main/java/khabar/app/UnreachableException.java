package khabar.app;

/** No broker answers where one was expected. */
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String bootstrapServers, Throwable cause) {
        super(
                Connection.BOOTSTRAP_SERVERS.name() + ": " + bootstrapServers
                        + " (expected: a Kafka broker that answers; `khabar broker` starts one)"
                        + (cause.getMessage() == null ? "" : ": " + cause.getMessage()),
                cause);
    }
}
