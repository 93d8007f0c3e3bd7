package khabar.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
    private static final Setting<Duration> IDLE = Setting.duration("idle.close", "30s", "");
    private static final String VARIABLE = "KHABAR_IDLE_CLOSE";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1s, 2s, 3s, PT1S,  FLAG",
                "-,  2s, 3s, PT2S,  ENVIRONMENT",
                "-,  -,  3s, PT3S,  FILE",
                "-,  -,  -,  PT30S, DEFAULT",
                "1s, -,  3s, PT1S,  FLAG"
            })
    void aFlagWinsOverEnvironmentOverFileOverDefault(
            String flag, String variable, String line, Duration value, Origin origin) {
        Settings settings = new Settings(only("idle.close", flag), only(VARIABLE, variable), only("idle.close", line));
        assertThat(settings.get(IDLE)).isEqualTo(value);
        assertThat(settings.originOf(IDLE)).isEqualTo(origin);
    }

    @Test
    void aWrongValueIsNamedWithWhatIsExpected() {
        Settings settings = Settings.defaults().with(IDLE, "soon");
        assertThatThrownBy(() -> settings.get(IDLE))
                .isInstanceOf(SettingException.class)
                .hasMessage("idle.close: soon (expected: a duration such as 500ms, 30s, 5m, 1h or P1D)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1s", "1", "1 week", "99999999999999999d", "PT"})
    void whatIsNoDurationIsRefused(String text) {
        assertThatThrownBy(() -> IDLE.parse(text)).isInstanceOf(SettingException.class);
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "5m, PT5M", "1h, PT1H", "30d, P30D", "PT1H30M, PT1H30M", "pt1m, PT1M"})
    void durationsReadAsPeopleWriteThem(String text, Duration expected) {
        assertThat(IDLE.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "8, true", "9, false", "x, false", "'', false"})
    void aWholeNumberStaysWithinItsBounds(String text, boolean valid) {
        Setting<Integer> number = Setting.wholeNumber("n", 1, 1, 8, "");
        if (valid) {
            assertThat(number.parse(text)).isEqualTo(Integer.parseInt(text));
        } else {
            assertThatThrownBy(() -> number.parse(text))
                    .hasMessage("n: " + text + " (expected: a whole number from 1 to 8)");
        }
    }

    @Test
    void whatIsPassedOnLosesItsPrefixAndAFlagWins() {
        Settings settings = new Settings(
                Map.of("kafka.a", "flag"), Map.of(), Map.of("kafka.a", "file", "kafka.b", "file", "other", "x"));
        assertThat(settings.startingWith("kafka.")).isEqualTo(Map.of("a", "flag", "b", "file"));
    }

    private static Map<String, String> only(String name, String value) {
        return value == null ? Map.of() : Map.of(name, value);
    }
}
