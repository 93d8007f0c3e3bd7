package khabar.feed.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolarHijriTest {

    @ParameterizedTest
    @CsvSource({
        "1300, 1921-03-21",
        "1301, 1922-03-22",
        "1304, 1925-03-21",
        "1305, 1926-03-22",
        "1309, 1930-03-21",
        "1320, 1941-03-21",
        "1332, 1953-03-21",
        "1342, 1963-03-21",
        "1354, 1975-03-21",
        "1357, 1978-03-21",
        "1358, 1979-03-21",
        "1367, 1988-03-21",
        "1370, 1991-03-21",
        "1371, 1992-03-21",
        "1375, 1996-03-20",
        "1376, 1997-03-21",
        "1379, 2000-03-20",
        "1383, 2004-03-20",
        "1387, 2008-03-20",
        "1388, 2009-03-21",
        "1391, 2012-03-20",
        "1395, 2016-03-20",
        "1396, 2017-03-21",
        "1399, 2020-03-20",
        "1400, 2021-03-21",
        "1403, 2024-03-20",
        "1404, 2025-03-21",
        "1405, 2026-03-21",
        "1408, 2029-03-20",
        "1412, 2033-03-20",
        "1437, 2058-03-21",
        "1441, 2062-03-20",
        "1469, 2090-03-20",
        "1470, 2091-03-21",
        "1499, 2120-03-21",
        "1500, 2121-03-21"
    })
    void theNewYearFallsOnItsKnownDay(int year, LocalDate expected) {
        assertThat(SolarHijri.toGregorian(year, 1, 1)).isEqualTo(expected);
    }

    @Test
    void leapYearsAreThoseOfTheOfficialCalendar() {
        List<Integer> leap = new ArrayList<>();
        for (int year = 1354; year <= 1420; year++) {
            if (SolarHijri.isLeap(year)) {
                leap.add(year);
            }
        }

        assertThat(leap)
                .containsExactly(
                        1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416,
                        1420);
    }

    @Test
    void everyDayOfThreeCenturiesFollowsTheOneBefore() {
        LocalDate expected = SolarHijri.toGregorian(SolarHijri.FIRST_YEAR, 1, 1);
        for (int year = SolarHijri.FIRST_YEAR; year <= SolarHijri.LAST_YEAR; year++) {
            for (int month = 1; month <= 12; month++) {
                for (int day = 1; day <= SolarHijri.lengthOfMonth(year, month); day++) {
                    assertThat(SolarHijri.toGregorian(year, month, day)).isEqualTo(expected);
                    expected = expected.plusDays(1);
                }
            }
        }
    }

    @Test
    void aDayThatTheCalendarHasNotIsRefused() {
        for (int[] date : new int[][] {{1396, 12, 30}, {1395, 7, 31}, {1395, 13, 1}, {1395, 0, 1}, {1199, 1, 1}}) {
            assertThatThrownBy(() -> SolarHijri.toGregorian(date[0], date[1], date[2]))
                    .isInstanceOf(DateTimeException.class);
        }
    }
}
