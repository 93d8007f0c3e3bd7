package khabar.topics;

/** How old records leave a topic. */
public enum Cleanup {
    /** By age, after a long time. */
    DELETE_LONG("delete"),
    /** All but the newest record of a key. */
    COMPACT("compact"),
    /** All but the newest record of a key, and that one by age. */
    COMPACT_AND_DELETE("compact,delete");

    private final String policy;

    Cleanup(String policy) {
        this.policy = policy;
    }

    /** The value of Kafka's {@code cleanup.policy}. */
    public String policy() {
        return policy;
    }

    /** Whether records go by age. */
    public boolean byAge() {
        return this != COMPACT;
    }
}
