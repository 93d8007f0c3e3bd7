package khabar.feed.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found so far in the text of a date. */
final class DateParts {
    private static final int FIRST_GREGORIAN_YEAR = 1700;
    private static final int LAST_GREGORIAN_YEAR = 2400;

    private final List<String> assumed = new ArrayList<>();
    private @Nullable LocalDate day;
    private @Nullable LocalTime time;
    private @Nullable ZoneId zone;
    private boolean solarHijri;
    private boolean nextDay;
    private boolean arabic;

    boolean hasTime() {
        return time != null;
    }

    boolean hasZone() {
        return zone != null;
    }

    void time(int hour, int minute, int second, int nano) {
        // 24:00 ends a day, and a leap second is the last one of its minute.
        time = LocalTime.of(hour == 24 && minute == 0 ? 0 : hour, minute, Math.min(second, 59), nano);
        nextDay = hour == 24;
    }

    void zone(ZoneId found) {
        zone = found;
    }

    /** The words are Arabic ones: nothing speaks for Tehran then. */
    void arabic() {
        arabic = true;
    }

    void assume(String what) {
        assumed.add(what);
    }

    /** A day whose calendar follows from the year. */
    void day(int year, int month, int dayOfMonth) {
        if (SolarHijri.isYear(year)) {
            solarHijriDay(year, month, dayOfMonth);
        } else {
            gregorianDay(year, month, dayOfMonth);
        }
    }

    void solarHijriDay(int year, int month, int dayOfMonth) {
        solarHijri = true;
        assumed.add(0, "calendar jalali");
        day = SolarHijri.toGregorian(year, month, dayOfMonth);
    }

    void gregorianDay(int year, int month, int dayOfMonth) {
        if (year < FIRST_GREGORIAN_YEAR || year > LAST_GREGORIAN_YEAR) {
            throw new DateTimeException("year: " + year);
        }
        day = LocalDate.of(year, month, dayOfMonth);
    }

    /** The instant; without a zone it is the one of Tehran for a Persian date or article, else UTC. */
    Optional<ReadDate> read(boolean persian) {
        if (day == null) {
            return Optional.empty();
        }
        if (time == null) {
            assumed.add("time 00:00");
        }
        ZoneId at = zone;
        if (at == null) {
            at = solarHijri || persian && !arabic ? Zones.TEHRAN : ZoneOffset.UTC;
            assumed.add("zone " + (at == ZoneOffset.UTC ? "UTC" : at.getId()));
        }
        LocalDate date = nextDay ? day.plusDays(1) : day;
        LocalTime clock = time == null ? LocalTime.MIDNIGHT : time;
        return Optional.of(new ReadDate(date.atTime(clock).atZone(at).toInstant(), List.copyOf(assumed)));
    }
}
