package khabar.feed.date;

import java.time.Instant;
import java.util.List;

/**
 * An instant that was read from a text.
 *
 * @param instant the point in time
 * @param assumed what the text did not say, such as {@code zone Asia/Tehran}; empty where it said all
 */
public record ReadDate(Instant instant, List<String> assumed) {}
