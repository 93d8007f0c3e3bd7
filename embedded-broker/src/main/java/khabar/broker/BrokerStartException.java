package khabar.broker;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A broker did not start; the message says which option was wrong and what was expected instead. */
public final class BrokerStartException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    BrokerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static BrokerStartException of(String name, @Nullable Object value, String expected) {
        return of(name, value, expected, null);
    }

    static BrokerStartException of(String name, @Nullable Object value, String expected, @Nullable Throwable cause) {
        return new BrokerStartException(name + ": " + value + " (expected: " + expected + ")", cause);
    }
}
