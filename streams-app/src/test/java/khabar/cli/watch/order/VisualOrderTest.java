package khabar.cli.watch.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.UnaryOperator;
import khabar.settings.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VisualOrderTest {
    private final UnaryOperator<String> order = LineOrder.ON.order();

    /** What comes out stands as code points: drawn as text it would be turned about again. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "two that join,           \u0628\u0628,             FE90 FE91",
        "four in a row,           \u0633\u0644\u0633\u0644, FEDE FEB4 FEE0 FEB3",
        "one that joins not on,   \u062F\u0628,             FE8F FEA9",
        "Persian letters,         \u06AF\u0686\u067E,       FB57 FB7D FB94",
        "a half-space between,    \u0645\u06CC\u200C\u06A9, FB8E FBFD FEE3",
        "lam and alef are one,    \u0633\u0644\u0627\u0645, FEE1 FEFC FEB3",
        "a mark stays on its own, \u0628\u064E\u0628,       FE90 FE91 64E",
        "brackets turn,           (\u0628),                 28 FE8F 29",
        "figures do not turn,     \u0628 12,                31 32 20 FE8F",
    })
    void lettersJoinAndTurn(String what, String text, String visual) {
        assertThat(codePoints(order.apply(text))).isEqualTo(visual);
    }

    @Test
    void whatStandsBeforeThePersianStaysWhereItIs() {
        assertThat(codePoints(order.apply("20 Syria  \u0628\u062F")))
                .isEqualTo(codePoints("20 Syria  ") + " FEAA FE91");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a figure in front,         \u06F1\u06F0 \u0628,  FE8F 20 6F1 6F0",
        "a quotation mark in front, \u00AB\u0628\u00BB \u062F, FEA9 20 AB FE8F BB",
        "a letter in front,         \u0628 10,        31 30 20 FE8F",
        "an ellipsis behind,        \u0628\u2026,    2026 FE8F",
        "Latin text in front,       10 a \u0628,      31 30 20 61 20 FE8F",
    })
    void whatBelongsToThePersianStaysOnItsSide(String what, String headline, String visual) {
        String line = RightToLeft.ended("fa 00:00  " + RightToLeft.begun(headline));
        assertThat(codePoints(order.apply(line))).isEqualTo(codePoints("fa 00:00  ") + " " + visual);
    }

    @Test
    void whereNothingIsAtStakeNothingIsMarked() {
        String line = "fa 00:00  \u0628\u062F";
        assertThat(RightToLeft.ended("fa 00:00  " + RightToLeft.begun("\u0628\u062F")))
                .isEqualTo(line);
        assertThat(RightToLeft.begun("10 rivers")).isEqualTo("10 rivers");
        assertThat(RightToLeft.begun("")).isEmpty();
        assertThat(RightToLeft.ended("10 rivers!")).isEqualTo("10 rivers!");
    }

    @Test
    void latinTextIsLeftAlone() {
        assertThat(order.apply("20 Syria (Q858)")).isEqualTo("20 Syria (Q858)");
    }

    @ParameterizedTest(name = "TERM={0} TERM_PROGRAM={1}: {2}")
    @CsvSource({
        "xterm-256color, '',             OFF",
        "xterm-256color, vscode,         ON",
        "xterm-256color, Apple_Terminal, OFF",
        "alacritty,      '',             ON",
        "foot,           '',             ON",
        "tmux-256color,  tmux,           OFF",
    })
    void weOrderWhereTheTerminalIsKnownNotTo(String term, String program, LineOrder expected) {
        assertThat(LineOrder.of("auto", Map.of("TERM", term, "TERM_PROGRAM", program)))
                .isEqualTo(expected);
    }

    @Test
    void whoeverAsksForItGetsIt() {
        assertThat(LineOrder.of("on", Map.of())).isEqualTo(LineOrder.ON);
        assertThat(LineOrder.of("off", Map.of("TERM", "alacritty"))).isEqualTo(LineOrder.OFF);
        assertThatThrownBy(() -> LineOrder.of("yes", Map.of()))
                .isInstanceOf(SettingException.class)
                .hasMessage("--bidi: yes (expected: auto, on or off)");
    }

    private static String codePoints(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .forEach(point ->
                        line.append(' ').append(Integer.toHexString(point).toUpperCase(java.util.Locale.ROOT)));
        return line.substring(Math.min(1, line.length()));
    }
}
