package khabar.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes lengths of time as people do. */
public final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,15})\\s*(ms|s|m|h|d)");

    private Durations() {}

    /** A duration of zero or more, from {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, {@code 30d} or ISO 8601. */
    public static Duration parse(String text) {
        Matcher form = SHORT.matcher(text.strip().toLowerCase(Locale.ROOT));
        Duration duration = form.matches()
                ? of(Long.parseLong(form.group(1)), form.group(2))
                : Duration.parse(text.strip().toUpperCase(Locale.ROOT));
        if (duration.isNegative()) {
            throw new IllegalArgumentException("negative: " + text);
        }
        return duration;
    }

    /** As {@link #parse}, but zero is refused. */
    public static Duration parsePositive(String text) {
        Duration duration = parse(text);
        if (duration.isZero()) {
            throw new IllegalArgumentException("zero: " + text);
        }
        return duration;
    }

    /** ISO 8601, with whole days written as days: {@code P1D}, {@code PT1H}, {@code PT1M}. */
    public static String iso(Duration duration) {
        return !duration.isZero() && duration.equals(Duration.ofDays(duration.toDays()))
                ? "P" + duration.toDays() + "D"
                : duration.toString();
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
