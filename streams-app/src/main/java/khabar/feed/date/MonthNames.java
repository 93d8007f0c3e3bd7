package khabar.feed.date;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Month names of both calendars in Persian, Arabic and English, in the folded form of {@link DateText}. */
final class MonthNames {
    /** A month of one of the two calendars, counted from 1, and whether its name is an Arabic one. */
    record Month(boolean solarHijri, int number, boolean arabic) {}

    private static final List<String> SOLAR_HIJRI = List.of(
            "فروردین farvardin حمل",
            "اردیبهشت ordibehesht ثور",
            "خرداد khordad جوزا",
            "تیر tir سرطان",
            "مرداد امرداد mordad اسد",
            "شهریور shahrivar سنبله",
            "مهر mehr میزان",
            "آبان aban عقرب",
            "آذر azar قوس",
            "دی dey جدی",
            "بهمن bahman دلو",
            "اسفند esfand حوت");

    private static final List<String> GREGORIAN = List.of(
            "january jan ژانویه",
            "february feb فوریه",
            "march mar مارس",
            "april apr آوریل اوریل اپریل",
            "may مه می",
            "june jun ژوئن ژوین",
            "july jul ژوئیه ژوییه جولای",
            "august aug اوت آگوست اگوست",
            "september sep sept سپتامبر",
            "october oct اکتبر",
            "november nov نوامبر",
            "december dec دسامبر");

    private static final List<String> GREGORIAN_ARABIC = List.of(
            "يناير",
            "فبراير",
            "آذار",
            "أبريل ابريل نيسان",
            "مايو أيار ايار",
            "يونيو حزيران",
            "يوليو تموز",
            "أغسطس اغسطس آب",
            "سبتمبر أيلول ايلول",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر");

    private static final Map<String, Month> MONTHS = months();

    private MonthNames() {}

    static @Nullable Month of(String foldedWord) {
        return MONTHS.get(foldedWord);
    }

    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        addAll(months, GREGORIAN_ARABIC, false, true);
        addAll(months, GREGORIAN, false, false);
        addAll(months, SOLAR_HIJRI, true, false);
        return Map.copyOf(months);
    }

    private static void addAll(Map<String, Month> months, List<String> names, boolean solarHijri, boolean arabic) {
        for (int month = 1; month <= names.size(); month++) {
            for (String name : names.get(month - 1).split(" ", -1)) {
                months.put(DateText.fold(name), new Month(solarHijri, month, arabic));
            }
        }
    }
}
