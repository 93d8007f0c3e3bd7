package khabar.audit.records;

/**
 * A record that must not be, or is missing.
 *
 * @param topic topic of the record
 * @param key its key
 * @param detail what was found and what was expected
 */
public record Flaw(String topic, String key, String detail) {
    @Override
    public String toString() {
        return topic + " " + key + ": " + detail;
    }
}
