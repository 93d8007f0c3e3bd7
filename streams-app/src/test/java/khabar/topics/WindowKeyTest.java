package khabar.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Random;
import khabar.settings.Durations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowKeyTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(1);
        List<String> ids = List.of("", "Q858", "a/b", "/", "khabar:x:\u0633");
        for (int i = 0; i < 20_000; i++) {
            Instant start = Instant.ofEpochSecond(random.nextLong(400_000_000_000L) - 100_000_000_000L);
            WindowKey key = new WindowKey(
                    random.nextInt(4) == 0 ? start.plusMillis(1 + random.nextInt(999)) : start,
                    Duration.ofMillis(1 + random.nextLong(1L << (10 + random.nextInt(30)))),
                    ids.get(random.nextInt(ids.size())));
            assertThat(WindowKey.parse(key.text()))
                    .as("key %d: %s", i, key.text())
                    .isEqualTo(key);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-12-01T00:00:00Z/P1D",
                "2016-12-01T00:00:00Z/P1D/",
                "2016-12-01T00:00:00Z/P1D/Q858",
                "2016-12-01T00:00:00Z/P1D/a/b//c",
                "2016-12-01T00:00:00Z/PT1H/Q858",
                "2016-12-31T23:59:59Z/PT90S",
                "2016-02-29T00:00:00Z/PT007M",
                "0000-01-01T00:00:00Z/P1D",
                "2016-12-01T24:00:00Z/P1D",
                "2016-12-31T23:59:60Z/P1D",
                "2016-12-01t00:00:00z/p1d",
                "2016-12-01T00:00:00.000Z/P1D",
                "2016-12-01T03:30:00+03:30/P1D",
                "+12016-12-01T00:00:00Z/P1D",
                "-2016-12-01T00:00:00Z/P1D",
                "2016-12-01T00:00:00Z/1d",
                "2016-12-01T00:00:00Z/5 m/x",
                "2016-12-01T00:00:00Z/ P1D ",
                "2016-12-01T00:00:00Z/P1DT2H",
                "2016-12-01T00:00:00Z/PT1H30M",
                "2016-12-01T00:00:00Z/PT0.5S",
                "2016-12-01T00:00:00Z/PT+1H",
                "2016-12-01T00:00:00Z/PT123456789S",
                "2016-12-01T00:00:00Z/PT1234567890S"
            })
    void everyFormMeansWhatItsPartsMean(String text) {
        String[] parts = text.split("/", 3);
        assertThat(WindowKey.parse(text))
                .isEqualTo(new WindowKey(
                        Instant.parse(parts[0]), Durations.parsePositive(parts[1]), parts.length == 3 ? parts[2] : ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-02-29T00:00:00Z/P1D",
                "2016-02-30T00:00:00Z/P1D",
                "2016-04-31T00:00:00Z/P1D",
                "2016-00-01T00:00:00Z/P1D",
                "2016-13-01T00:00:00Z/P1D",
                "2016-12-00T00:00:00Z/P1D",
                "2016-12-01T25:00:00Z/P1D",
                "2016-12-01T00:60:00Z/P1D",
                "2016-12-01T00:00:61Z/P1D",
                "2016-12-01 00:00:00Z/P1D",
                "\u06F2016-12-01T00:00:00Z/P1D",
                "2016-12-0\u06F1T00:00:00Z/P1D",
                "2016-12-01T00:00:00Z/",
                "2016-12-01T00:00:00Z/P",
                "2016-12-01T00:00:00Z/PD",
                "2016-12-01T00:00:00Z/PT",
                "2016-12-01T00:00:00Z/PTH",
                "2016-12-01T00:00:00Z/P1H",
                "2016-12-01T00:00:00Z/PT1D",
                "2016-12-01T00:00:00Z/P1M",
                "2016-12-01T00:00:00Z/P1S",
                "2016-12-01T00:00:00Z/X1D",
                "2016-12-01T00:00:00Z/P\u06F1D",
                "2016-12-01T00:00:00Z//Q858",
                "/P1D/Q858",
                "noon/P1D"
            })
    void whatNoPartCanBeIsRefusedAsThePartIs(String text) {
        assertThatThrownBy(() -> WindowKey.parse(text)).isInstanceOf(DateTimeParseException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', window key:  (expected: start/size or start/size/id)",
        "Q858, window key: Q858 (expected: start/size or start/size/id)",
        "2016-12-01T00:00:00Z, window key: 2016-12-01T00:00:00Z (expected: start/size or start/size/id)",
        "2016-12-01T00:00:00Z/P0D, zero: P0D",
        "2016-12-01T00:00:00Z/PT0S/Q858, zero: PT0S",
        "2016-12-01T00:00:00Z/PT-1H, negative: PT-1H"
    })
    void aRefusalSaysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> WindowKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
