package khabar.topics.again;

import static java.nio.charset.StandardCharsets.UTF_8;

import khabar.topics.CloudEvents;
import org.apache.kafka.common.header.Headers;

/** The headers of a record that was sent before. */
public final class SentAgain {
    /** On a copy of the winning revision that is to be enriched anew: the version of the rules that asks for it. */
    public static final String REPROCESS = "khabar-reprocess";
    /** On what had been refused or had failed: how often it was sent through again. */
    public static final String REDRIVEN = "khabar-redriven";
    /** On the same: where the refusal or the dead letter stands, as {@code topic-partition@offset}. */
    public static final String REDRIVEN_FROM = "khabar-redriven-from";

    private static final int MOST_DIGITS = 9;

    private SentAgain() {}

    /** Whether the record asks to be enriched anew. */
    public static boolean asksForReprocessing(Headers headers) {
        return headers.lastHeader(REPROCESS) != null;
    }

    /** How often the record was sent through again after it had been refused or had failed; 0 for most. */
    public static int redriven(Headers headers) {
        String times = CloudEvents.text(headers, REDRIVEN);
        return times != null && !times.isEmpty() && times.length() <= MOST_DIGITS && isDigits(times)
                ? Integer.parseInt(times)
                : 0;
    }

    /** Sets a header in place of whatever it said. */
    public static void set(Headers headers, String name, String text) {
        headers.remove(name);
        headers.add(name, text.getBytes(UTF_8));
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
