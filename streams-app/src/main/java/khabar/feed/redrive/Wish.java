package khabar.feed.redrive;

import java.util.Locale;
import java.util.Set;

/**
 * What is to be sent through again.
 *
 * @param reasons only these reason codes or exceptions; empty for all
 * @param uris only records of these keys; empty for all
 * @param max at most so many
 * @param again also what was sent before and came back
 * @param dryRun only say what would be sent
 */
public record Wish(Set<String> reasons, Set<String> uris, long max, boolean again, boolean dryRun) {
    boolean covers(Candidate candidate) {
        return (reasons.isEmpty()
                        || reasons.stream()
                                .anyMatch(reason -> lower(candidate.reason()).equals(lower(reason))))
                && (uris.isEmpty() || uris.contains(candidate.key()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
