package khabar.feed.unpack;

import java.io.IOException;
import java.util.Objects;
import khabar.schemas.RejectReason;

/** A stream goes beyond what a corpus may do. */
final class LimitException extends IOException {
    private static final long serialVersionUID = 1L;
    private final RejectReason reason;

    LimitException(RejectReason reason, String message) {
        super(Objects.requireNonNull(message));
        this.reason = reason;
    }

    /** The reason code of a failure: of the limit that was met, or the one for broken archives. */
    static RejectReason reasonOf(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitException limit) {
                return limit.reason;
            }
        }
        return RejectReason.BROKEN_ARCHIVE;
    }
}
