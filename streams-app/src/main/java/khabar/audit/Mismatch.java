package khabar.audit;

/**
 * A key on which recount and publication differ.
 *
 * @param topic topic of the key
 * @param key the key
 * @param expected what the recount found; {@code nothing} where it found nothing
 * @param published what was published; {@code nothing} where nothing was
 */
public record Mismatch(String topic, String key, String expected, String published) {
    /** What stands for no value at all. */
    public static final String NOTHING = "nothing";

    @Override
    public String toString() {
        return topic + " " + key + ": published " + published + " (expected: " + expected + ")";
    }
}
