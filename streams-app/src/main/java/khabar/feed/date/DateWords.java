package khabar.feed.date;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import khabar.feed.date.MonthNames.Month;
import org.jspecify.annotations.Nullable;

/** Reads what is left of a date when its numeric day and its time are taken out. */
final class DateWords {
    private static final Pattern WEEKDAY = Pattern.compile("(?:(?:یک|دو|سه|چهار|پنج) ?)?شنبه|جمعه|آدینه");
    private static final Pattern TEHRAN_TIME = Pattern.compile("به وقت تهران|\\[asia/tehran\\]");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s|()]+");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|م|ام)");
    private static final Pattern DASHED = Pattern.compile("(\\d{1,2})-(\\p{L}+)-(\\d{4}|\\d{2})");
    private static final Pattern DROPPED = Pattern.compile("[-./:]*");
    private static final Set<String> FILLERS = Set.of(
            "ساعت",
            "در",
            "تاریخ",
            "روز",
            "ماه",
            "سال",
            "مورخ",
            "و",
            "هجری",
            "شمسی",
            "میلادی",
            "خورشیدی",
            "at",
            "on",
            "of",
            "mon",
            "tue",
            "tues",
            "wed",
            "thu",
            "thur",
            "thurs",
            "fri",
            "sat",
            "sun",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "الأحد",
            "الاحد",
            "الاثنین",
            "الإثنین",
            "الثلاثاء",
            "الأربعاء",
            "الاربعاء",
            "الخمیس",
            "الجمعة",
            "السبت");

    private DateWords() {}

    /** Adds day and zone as far as words give them; false where the text holds something besides a date. */
    static boolean finish(String text, DateParts parts) {
        String rest = text;
        if (TEHRAN_TIME.matcher(rest).find()) {
            parts.zone(Zones.TEHRAN);
            rest = TEHRAN_TIME.matcher(rest).replaceAll(" ");
        }
        rest = WEEKDAY.matcher(rest).replaceAll(" ");
        rest = DASHED.matcher(rest).replaceAll("$1 $2 $3");
        List<Integer> numbers = new ArrayList<>();
        Month month = null;
        for (String word : SEPARATOR.split(rest, -1)) {
            Month named = MonthNames.of(withoutDot(word));
            if (named != null && month == null) {
                month = named;
            } else if (!isNumber(word, numbers) && !isNoise(word) && !isZone(word, parts)) {
                return false;
            }
        }
        return month == null ? numbers.isEmpty() : numbers.size() == 2 && setDay(month, numbers, parts);
    }

    private static boolean isNoise(String word) {
        return DROPPED.matcher(word).matches() || FILLERS.contains(withoutDot(word));
    }

    private static String withoutDot(String word) {
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean isNumber(String word, List<Integer> numbers) {
        Integer number = numberOf(ORDINAL.matcher(word).replaceFirst("$1"));
        if (number == null) {
            return false;
        }
        numbers.add(number);
        return true;
    }

    private static @Nullable Integer numberOf(String word) {
        boolean digits =
                !word.isEmpty() && word.length() <= 4 && word.chars().allMatch(unit -> unit >= '0' && unit <= '9');
        return digits ? Integer.valueOf(word) : null;
    }

    private static boolean isZone(String word, DateParts parts) {
        ZoneId zone = parts.hasTime() && !parts.hasZone() ? Zones.of(word) : null;
        if (zone != null) {
            parts.zone(zone);
        }
        return zone != null;
    }

    private static boolean setDay(Month month, List<Integer> numbers, DateParts parts) {
        if (month.arabic()) {
            parts.arabic();
        }
        int first = numbers.get(0);
        int second = numbers.get(1);
        int year = first > 31 ? first : second;
        int day = first > 31 ? second : first;
        if (month.solarHijri()) {
            parts.solarHijriDay(year, month.number(), day);
        } else {
            parts.gregorianDay(year < 100 ? centuryOf(year, parts) : year, month.number(), day);
        }
        return true;
    }

    /** RFC 822 had two digits: 50 to 99 are the last century. */
    private static int centuryOf(int year, DateParts parts) {
        int full = year >= 50 ? 1900 + year : 2000 + year;
        parts.assume("year " + full);
        return full;
    }
}
