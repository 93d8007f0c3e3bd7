package khabar.topics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import khabar.settings.Durations;
import org.jspecify.annotations.Nullable;

/**
 * The key of a windowed value: an ISO 8601 interval, and what is counted in it, as in
 * {@code 2016-12-01T00:00:00Z/P1D/Q858}.
 *
 * @param start start of the window, inclusive
 * @param size length of the window
 * @param id what is counted; empty for a value of the whole window
 */
public record WindowKey(Instant start, Duration size, String id) {
    /** How a time of whole seconds is written, 0 for any digit. */
    private static final String TIME = "0000-00-00T00:00:00Z";

    /** Where the size stands behind such a time. */
    private static final int SIZE = TIME.length() + 1;

    private static final int MOST_DIGITS = 9;

    /** The window of the given size that contains the given time; windows are aligned to UTC. */
    public static WindowKey containing(Instant time, Duration size, String id) {
        long millis = time.toEpochMilli();
        return new WindowKey(Instant.ofEpochMilli(millis - Math.floorMod(millis, size.toMillis())), size, id);
    }

    /** The key as it stands in the topic. */
    public String text() {
        String window = start + "/" + Durations.iso(size);
        return id.isEmpty() ? window : window + "/" + id;
    }

    /** The key that the given text stands for; throws {@link IllegalArgumentException} where it is none. */
    public static WindowKey parse(String text) {
        WindowKey plain = parsePlain(text);
        return plain == null ? parseAny(text) : plain;
    }

    /** The key in the form in which it is written, as nearly all are: millions are read. Null where it has another. */
    private static @Nullable WindowKey parsePlain(String text) {
        if (text.length() <= SIZE || text.charAt(SIZE - 1) != '/') {
            return null;
        }
        int slash = text.indexOf('/', SIZE);
        Duration size = plainSize(text, slash < 0 ? text.length() : slash);
        Instant start = size == null ? null : plainTime(text);
        return size == null || start == null
                ? null
                : new WindowKey(start, size, slash < 0 ? "" : text.substring(slash + 1));
    }

    private static @Nullable Instant plainTime(String text) {
        for (int at = 0; at < TIME.length(); at++) {
            char sign = text.charAt(at);
            if (TIME.charAt(at) == '0' ? sign < '0' || sign > '9' : sign != TIME.charAt(at)) {
                return null;
            }
        }
        int month = (int) number(text, 5, 7);
        int day = (int) number(text, 8, 10);
        long hour = number(text, 11, 13);
        long minute = number(text, 14, 16);
        long second = number(text, 17, 19);
        // Days that few months have, hour 24 and leap seconds are left to those who know them.
        boolean isUsual = month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60 && second < 60;
        if (!isUsual || day > Month.of(month).minLength()) {
            return null;
        }
        long days = LocalDate.of((int) number(text, 0, 4), month, day).toEpochDay();
        return Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second);
    }

    private static @Nullable Duration plainSize(String text, int end) {
        boolean isOfTime = text.startsWith("PT", SIZE);
        int first = SIZE + (isOfTime ? 2 : 1);
        int last = end - 1;
        if (last - first < 1 || last - first > MOST_DIGITS || text.charAt(SIZE) != 'P') {
            return null;
        }
        for (int at = first; at < last; at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return null;
            }
        }
        long number = number(text, first, last);
        if (number == 0) {
            return null;
        }
        return switch (text.charAt(last)) {
            case 'D' -> isOfTime ? null : Duration.ofDays(number);
            case 'H' -> isOfTime ? Duration.ofHours(number) : null;
            case 'M' -> isOfTime ? Duration.ofMinutes(number) : null;
            case 'S' -> isOfTime ? Duration.ofSeconds(number) : null;
            default -> null;
        };
    }

    private static long number(String text, int from, int to) {
        long number = 0;
        for (int at = from; at < to; at++) {
            number = 10 * number + text.charAt(at) - '0';
        }
        return number;
    }

    private static WindowKey parseAny(String text) {
        String[] parts = text.split("/", 3);
        if (parts.length < 2) {
            throw new IllegalArgumentException("window key: " + text + " (expected: start/size or start/size/id)");
        }
        return new WindowKey(
                Instant.parse(parts[0]), Durations.parsePositive(parts[1]), parts.length == 3 ? parts[2] : "");
    }

    /** The window alone, with an empty id. */
    public WindowKey window() {
        return id.isEmpty() ? this : new WindowKey(start, size, "");
    }

    /** The window after this one, with an empty id. */
    public WindowKey next() {
        return new WindowKey(end(), size, "");
    }

    /** End of the window, exclusive. */
    public Instant end() {
        return start.plus(size);
    }

    // Maps of keys are asked at every change: what a record makes by itself goes through method handles.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WindowKey key && id.equals(key.id) && start.equals(key.start) && size.equals(key.size);
    }

    @Override
    public int hashCode() {
        return id.hashCode() * 31 + start.hashCode();
    }
}
