package khabar.feed.date;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The civil calendar of Iran by the 33-year rule, which agrees with the astronomical calendar over the
 * years that are read here.
 *
 * @see <a href="https://github.com/unicode-org/icu/blob/main/icu4j/main/core/src/main/java/com/ibm/icu/util/PersianCalendar.java">ICU's PersianCalendar, whose first correction of this rule is the year 1502</a>
 */
final class SolarHijri {
    static final int FIRST_YEAR = 1200;
    static final int LAST_YEAR = 1500;

    /** Days from the first day of the calendar (19 March 622 Julian) to 1 January 1970. */
    private static final long EPOCH_DAY = 1948320 - 2440588;

    private SolarHijri() {}

    static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** The Gregorian day; throws {@link DateTimeException} where the calendar has no such day. */
    static LocalDate toGregorian(int year, int month, int day) {
        if (!isYear(year) || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
            throw new DateTimeException("solar hijri date: " + year + "-" + month + "-" + day);
        }
        int daysBefore = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
        return LocalDate.ofEpochDay(newYear(year) + daysBefore + day - 1);
    }

    static int lengthOfMonth(int year, int month) {
        if (month <= 6) {
            return 31;
        }
        return month < 12 || isLeap(year) ? 30 : 29;
    }

    static boolean isLeap(int year) {
        return newYear(year + 1) - newYear(year) == 366;
    }

    private static long newYear(int year) {
        return EPOCH_DAY + 365L * (year - 1) + Math.floorDiv(8L * year + 21, 33);
    }
}
