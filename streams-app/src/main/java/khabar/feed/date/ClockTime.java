package khabar.feed.date;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the time of day and the zone in the text of a date. */
final class ClockTime {
    private static final String HOUR_WORD = "ساعت";
    private static final Pattern TIME =
            Pattern.compile("(?<![\\d:])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9})\\d*)?)?(?![\\d:])");
    private static final Pattern WHOLE_HOUR = Pattern.compile(HOUR_WORD + " (\\d{1,2})(?![\\d:/.-])");
    private static final Pattern HALF_OF_DAY = Pattern.compile(
            "^\\s*(am|pm|a\\.m\\.|p\\.m\\.|ق\\.?\\s?ظ|ب\\.?\\s?ظ|صبح|ظهر|بعد ?از ?ظهر|بعدازظهر|عصر|شب|صباحا|مساء)(?![\\p{L}])");
    private static final Pattern ZONE =
            Pattern.compile("^\\s*((?:utc|gmt)?[+-]\\d{1,2}:?(?:\\d{2})?|[a-z]{1,4})(?![\\p{L}\\d])(?:\\[[\\w/]+\\])?");
    private static final Set<String> BEFORE_NOON = Set.of("am", "a.m.", "صبح", "صباحا");

    private ClockTime() {}

    /** Takes the time, and the zone that stands behind it, out of the text. */
    static String takeFrom(String text, DateParts parts) {
        Matcher time = TIME.matcher(text);
        boolean withMinutes = time.find();
        if (!withMinutes) {
            time = WHOLE_HOUR.matcher(text);
            if (!time.find()) {
                return text;
            }
        }
        String rest = text.substring(time.end());
        Matcher half = HALF_OF_DAY.matcher(rest);
        boolean hasHalf = half.find();
        set(time, withMinutes, hasHalf ? half.group(1) : null, parts);
        if (hasHalf) {
            rest = rest.substring(half.end());
        }
        return text.substring(0, time.start()) + " " + takeZone(rest, parts);
    }

    private static void set(Matcher time, boolean withMinutes, @Nullable String half, DateParts parts) {
        int hour = hourOf(Integer.parseInt(time.group(1)), half);
        if (!withMinutes) {
            parts.time(hour, 0, 0, 0);
            return;
        }
        String fraction = time.group(4);
        parts.time(
                hour,
                Integer.parseInt(time.group(2)),
                time.group(3) == null ? 0 : Integer.parseInt(time.group(3)),
                fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)));
    }

    private static int hourOf(int hour, @Nullable String half) {
        if (hour > 24) {
            throw new DateTimeException("hour: " + hour);
        }
        if (half == null || hour > 12) {
            return hour;
        }
        boolean beforeNoon = BEFORE_NOON.contains(half) || half.startsWith("ق");
        if (beforeNoon) {
            return hour == 12 ? 0 : hour;
        }
        return hour == 12 || "ظهر".equals(half) ? hour : hour + 12;
    }

    private static String takeZone(String rest, DateParts parts) {
        Matcher named = ZONE.matcher(rest);
        if (!named.find()) {
            return rest;
        }
        ZoneId zone = Zones.of(named.group(1));
        if (zone == null) {
            return rest;
        }
        parts.zone(zone);
        return rest.substring(named.end());
    }
}
