package khabar.feed.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the date forms of news: ISO 8601, RFC 822, epoch numbers, and the usual Persian ones such as
 * {@code ۱۳۹۵/۰۹/۲۱} or {@code شنبه ۲۱ آذر ۱۳۹۵ ساعت ۱۴:۳۰}, in the Solar Hijri and the Gregorian calendar.
 * A year from 1200 to 1500 is a Solar Hijri one. Names of weekdays are not checked.
 */
public final class DateReader {
    private static final int LONGEST = 120;
    private static final Pattern EPOCH = Pattern.compile("-?\\d{9,19}(?:\\.\\d{1,9})?");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[t ]?(\\d{2})(\\d{2})(\\d{2})?)?(z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<![\\d:])(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?=t\\d|[^\\d]|$)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<![\\d:])(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?!\\d)");

    private DateReader() {}

    /** Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size. */
    public static Optional<ReadDate> read(double number) {
        double size = Math.abs(number);
        double perSecond = size < 1e11 ? 1 : size < 1e14 ? 1e3 : size < 1e17 ? 1e6 : 1e9;
        if (!Double.isFinite(number) || size >= 1e20) {
            return Optional.empty();
        }
        return Optional.of(new ReadDate(Instant.ofEpochMilli(Math.round(number / perSecond * 1e3)), List.of()));
    }

    /**
     * The date that the text holds, or empty where it holds none or something besides.
     *
     * @param persian whether the article around it is Persian: a time without a zone is then Tehran's
     */
    public static Optional<ReadDate> read(String text, boolean persian) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = DateText.fold(text);
        try {
            Matcher compact = COMPACT.matcher(folded);
            if (compact.matches() && isYear(Integer.parseInt(compact.group(1)))) {
                return compact(compact).read(persian);
            }
            if (EPOCH.matcher(folded).matches()) {
                return read(Double.parseDouble(folded));
            }
            return words(folded).flatMap(parts -> parts.read(persian || DateText.isArabicScript(text)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static boolean isYear(int number) {
        return SolarHijri.isYear(number) || number >= 1900 && number <= 2100;
    }

    private static DateParts compact(Matcher form) {
        DateParts parts = new DateParts();
        parts.day(number(form, 1), number(form, 2), number(form, 3));
        if (form.group(4) != null) {
            parts.time(number(form, 4), number(form, 5), form.group(6) == null ? 0 : number(form, 6), 0);
        }
        ZoneId zone = form.group(7) == null ? null : Zones.of(form.group(7));
        if (zone != null) {
            parts.zone(zone);
        }
        return parts;
    }

    private static Optional<DateParts> words(String folded) {
        DateParts parts = new DateParts();
        String rest = numericDay(folded, parts);
        rest = ClockTime.takeFrom(rest, parts);
        return DateWords.finish(rest, parts) ? Optional.of(parts) : Optional.empty();
    }

    /** Takes a day such as 2016-12-11 or 21/09/1395 out of the text; a space stays in its place. */
    private static String numericDay(String text, DateParts parts) {
        Matcher form = YEAR_FIRST.matcher(text);
        if (form.find()) {
            parts.day(number(form, 1), number(form, 3), number(form, 4));
        } else {
            form = YEAR_LAST.matcher(text);
            if (!form.find()) {
                return text;
            }
            dayAndMonth(form, parts);
        }
        return text.substring(0, form.start()) + " " + afterDay(text.substring(form.end()));
    }

    private static void dayAndMonth(Matcher form, DateParts parts) {
        int first = number(form, 1);
        int second = number(form, 3);
        boolean monthFirst = second > 12;
        if (first <= 12 && second <= 12 && first != second) {
            parts.assume("order day-month");
        }
        parts.day(number(form, 4), monthFirst ? first : second, monthFirst ? second : first);
    }

    private static String afterDay(String rest) {
        return rest.startsWith("t") ? " " + rest.substring(1) : rest;
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
