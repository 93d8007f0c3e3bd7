package khabar.feed.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2016-12-11T11:00:00Z              | 2016-12-11T11:00:00Z
            2016-12-11T11:00:00.250Z          | 2016-12-11T11:00:00.250Z
            2016-12-11T14:30:00+03:30         | 2016-12-11T11:00:00Z
            2016-12-11T14:30+0330             | 2016-12-11T11:00:00Z
            2016-12-11T14:30:00+03:30[Asia/Tehran] | 2016-12-11T11:00:00Z
            2016-12-11 11:00:00 UTC           | 2016-12-11T11:00:00Z
            2016-12-11T24:00:00Z              | 2016-12-12T00:00:00Z
            20161211T110000Z                  | 2016-12-11T11:00:00Z
            Sun, 11 Dec 2016 11:00:00 GMT     | 2016-12-11T11:00:00Z
            Sun, 11 Dec 2016 14:30:00 +0330   | 2016-12-11T11:00:00Z
            11 Dec 16 06:00 EST               | 2016-12-11T11:00:00Z
            Sunday, December 11, 2016 11:00 AM UTC | 2016-12-11T11:00:00Z
            Dec. 11, 2016 11:00 p.m. UTC      | 2016-12-11T23:00:00Z
            11-Dec-2016 11:00 Z               | 2016-12-11T11:00:00Z
            1481454000                        | 2016-12-11T11:00:00Z
            1481454000000                     | 2016-12-11T11:00:00Z
            1481454000.5                      | 2016-12-11T11:00:00.500Z
            ۱۴۸۱۴۵۴۰۰۰                        | 2016-12-11T11:00:00Z
            """)
    void aWholeDateAssumesNothingOfImportance(String text, Instant expected) {
        assertThat(DateReader.read(text, false))
                .hasValueSatisfying(date -> assertThat(date.instant()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ۱۳۹۵/۰۹/۲۱                         | 2016-12-10T20:30:00Z | calendar jalali; time 00:00; zone Asia/Tehran
            ١٣٩٥/٠٩/٢١                         | 2016-12-10T20:30:00Z | calendar jalali; time 00:00; zone Asia/Tehran
            ۲۱ آذر ۱۳۹۵ - ۱۴:۳۰                | 2016-12-11T11:00:00Z | calendar jalali; zone Asia/Tehran
            شنبه ۲۱ آذر ۱۳۹۵ ساعت ۱۴:۳۰        | 2016-12-11T11:00:00Z | calendar jalali; zone Asia/Tehran
            یک‌شنبه، ۲۱ آذر ماه ۱۳۹۵، ساعت ۱۴  | 2016-12-11T10:30:00Z | calendar jalali; zone Asia/Tehran
            سه شنبه 1 فروردين 1396 - 10:15     | 2017-03-21T06:45:00Z | calendar jalali; zone Asia/Tehran
            1395-09-21 14:30                   | 2016-12-11T11:00:00Z | calendar jalali; zone Asia/Tehran
            1395/9/21 02:30 ب.ظ                | 2016-12-11T11:00:00Z | calendar jalali; zone Asia/Tehran
            1395/04/01 12:00                   | 2016-06-21T07:30:00Z | calendar jalali; zone Asia/Tehran
            14:30 - 1395/09/21                 | 2016-12-11T11:00:00Z | calendar jalali; zone Asia/Tehran
            ۳۰ اسفند ۱۳۹۵ ۲۳:۵۹:۵۹             | 2017-03-20T20:29:59Z | calendar jalali; zone Asia/Tehran
            13950921                           | 2016-12-10T20:30:00Z | calendar jalali; time 00:00; zone Asia/Tehran
            ۲۱/۰۹/۱۳۹۵                         | 2016-12-10T20:30:00Z | calendar jalali; time 00:00; zone Asia/Tehran
            ۱۱ دسامبر ۲۰۱۶ ساعت ۱۴:۳۰          | 2016-12-11T11:00:00Z | zone Asia/Tehran
            ۱۱ ژانویه ۲۰۱۷                     | 2017-01-10T20:30:00Z | time 00:00; zone Asia/Tehran
            1395-09-21T11:00:00Z               | 2016-12-11T11:00:00Z | calendar jalali
            ۲۱ آذر ۱۳۹۵ ۱۴:۳۰ به وقت تهران     | 2016-12-11T11:00:00Z | calendar jalali
            11 ديسمبر 2016 11:00               | 2016-12-11T11:00:00Z | zone UTC
            2016-12-11 11:00                   | 2016-12-11T11:00:00Z | zone UTC
            11/12/2016                         | 2016-12-11T00:00:00Z | order day-month; time 00:00; zone UTC
            12/25/2016                         | 2016-12-25T00:00:00Z | time 00:00; zone UTC
            """)
    void whatADateDoesNotSayIsAssumedAndSaid(String text, Instant expected, String assumed) {
        ReadDate date = DateReader.read(text, false).orElseThrow();

        assertThat(date.instant()).isEqualTo(expected);
        assertThat(String.join("; ", sorted(date))).isEqualTo(String.join("; ", sorted(assumed)));
    }

    @Test
    void aTimeWithoutZoneInAPersianArticleIsTehrans() {
        assertThat(DateReader.read("2016-12-11 14:30", true).orElseThrow().instant())
                .isEqualTo(Instant.parse("2016-12-11T11:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "۱۳۹۵/۱۳/۰۱",
                "1396/12/30",
                "2016-02-30",
                "2016-12-11T25:00:00Z",
                "12:30",
                "آذر",
                "آذر ۱۳۹۵",
                "2016",
                "1e99",
                "11 Dec",
                "2016-12-11 and more",
                "99999999999999999999999",
                "2016-12-11T11:61Z",
                "دیروز ۱۴:۳۰",
                "n/a",
                "null",
                "-",
                "0000-00-00 00:00:00"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(DateReader.read(text, false)).isEmpty();
    }

    @Test
    void numbersAreToldApartBySize() {
        Instant expected = Instant.parse("2016-12-11T11:00:00Z");
        for (double number : new double[] {1481454000d, 1481454000e3, 1481454000e6, 1481454000e9}) {
            assertThat(DateReader.read(number).orElseThrow().instant()).isEqualTo(expected);
        }
        assertThat(DateReader.read(Double.NaN)).isEmpty();
        assertThat(DateReader.read(1e30)).isEmpty();
    }

    @Test
    void noTextMakesItThrow() {
        String letters = "0123456789۰۱۹٣:/-. tTzZ+ساعتآذرديشنبه\u200cJanDec,()مورخ";
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(DateReader.read(text.toString(), random.nextBoolean()))
                    .as("seed %d: %s", seed, text)
                    .isNotNull();
        }
    }

    private static String[] sorted(ReadDate date) {
        return date.assumed().stream().sorted().toArray(String[]::new);
    }

    private static String[] sorted(String assumed) {
        return java.util.Arrays.stream(assumed.split("; ", -1)).sorted().toArray(String[]::new);
    }
}
