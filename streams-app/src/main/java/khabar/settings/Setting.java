package khabar.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One option: its name, how a text becomes its value, what it is when nobody says anything, and what
 * it means.
 *
 * @param name words joined by dots, such as {@code idle.close}
 * @param defaultText the default, in the form in which a user would write it
 * @param expected what a valid value looks like, for messages
 * @param meaning one line for a reader who has never seen it
 * @param parser turns a text into the value, or throws {@link IllegalArgumentException}
 */
public record Setting<T>(String name, String defaultText, String expected, String meaning, Function<String, T> parser) {

    /** A length of time, such as {@code 30s}, {@code 100ms}, {@code 2h}, {@code 30d} or ISO 8601. */
    public static Setting<Duration> duration(String name, String defaultText, String meaning) {
        return new Setting<>(
                name, defaultText, "a duration such as 500ms, 30s, 5m, 1h or P1D", meaning, Durations::parse);
    }

    /** Several lengths of time, separated by commas. */
    public static Setting<List<Duration>> durations(String name, String defaultText, String meaning) {
        return new Setting<>(
                name,
                defaultText,
                "durations above zero separated by commas, such as PT1M,PT1H,P1D",
                meaning,
                text -> Arrays.stream(text.split(",", -1))
                        .map(part -> Durations.parsePositive(part.strip()))
                        .toList());
    }

    /** A whole number between two bounds, both inclusive. */
    public static Setting<Integer> wholeNumber(String name, int defaultValue, int least, int most, String meaning) {
        return new Setting<>(
                name, Integer.toString(defaultValue), "a whole number from " + least + " to " + most, meaning, text -> {
                    int value = Integer.parseInt(text);
                    if (value < least || value > most) {
                        throw new IllegalArgumentException("out of range");
                    }
                    return value;
                });
    }

    /** A number between two bounds, both inclusive. */
    public static Setting<Double> number(String name, double defaultValue, double least, double most, String meaning) {
        return new Setting<>(
                name, Double.toString(defaultValue), "a number from " + least + " to " + most, meaning, text -> {
                    double value = Double.parseDouble(text);
                    if (!(value >= least && value <= most)) {
                        throw new IllegalArgumentException("out of range");
                    }
                    return value;
                });
    }

    /** Any text. */
    public static Setting<String> text(String name, String defaultText, String expected, String meaning) {
        return new Setting<>(name, defaultText, expected, meaning, Function.identity());
    }

    /** Files or folders, separated by commas; none by default. */
    public static Setting<List<Path>> paths(String name, String meaning) {
        return new Setting<>(
                name,
                "",
                "paths separated by commas",
                meaning,
                text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(path -> !path.isEmpty())
                        .map(Path::of)
                        .toList());
    }

    /** One of several words. */
    public static Setting<String> choice(String name, String defaultText, List<String> choices, String meaning) {
        return new Setting<>(name, defaultText, String.join(" or ", choices), meaning, text -> {
            String value = text.toLowerCase(Locale.ROOT);
            if (!choices.contains(value)) {
                throw new IllegalArgumentException("not a choice");
            }
            return value;
        });
    }

    /** The value that the given text stands for; throws {@link SettingException} where it is none. */
    public T parse(String text) {
        try {
            return parser.apply(text);
        } catch (RuntimeException invalid) {
            throw new SettingException(name, text, expected);
        }
    }

    /** The flag of the command line, such as {@code --idle-close}. */
    public String flag() {
        return "--" + name.replace('.', '-');
    }

    /** The environment variable, such as {@code KHABAR_IDLE_CLOSE}. */
    public String environmentVariable() {
        return "KHABAR_" + name.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
