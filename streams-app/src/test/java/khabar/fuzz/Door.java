package khabar.fuzz;

/** Where something comes in from outside. */
public interface Door extends AutoCloseable {
    /**
     * What became of an input.
     *
     * @param sent how many records were in it
     * @param accepted how many of them were accepted
     * @param rejected how many were refused with a reason
     */
    record Count(long sent, long accepted, long rejected) {
        static final Count NONE = new Count(0, 0, 0);

        public Count {
            if (accepted + rejected != sent) {
                throw new IllegalStateException("accepted " + accepted + " + rejected " + rejected + " (expected: "
                        + sent + ", all that was sent)");
            }
        }

        /** One record. */
        public static Count one(boolean accepted) {
            return new Count(1, accepted ? 1 : 0, accepted ? 0 : 1);
        }

        Count plus(Count other) {
            return new Count(sent + other.sent, accepted + other.accepted, rejected + other.rejected);
        }
    }

    /** Takes an input. Whatever it throws is a fault of the program. */
    Count take(byte[] input);

    @Override
    default void close() {}
}
