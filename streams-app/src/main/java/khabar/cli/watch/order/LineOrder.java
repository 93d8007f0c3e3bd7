package khabar.cli.watch.order;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import khabar.settings.SettingException;

/** Who puts the letters of a line into the order of the screen. */
public enum LineOrder {
    /** The terminal, where it does so at all. */
    OFF(UnaryOperator.identity()),
    /** We: the terminal shows the letters as they come, each by itself. */
    ON(new VisualOrder());

    private static final String AUTO = "auto";
    private static final String NAME = "--bidi";
    private static final List<String> TERMS = List.of("xterm-ghostty", "alacritty", "foot", "linux", "st-", "rxvt");
    private static final List<String> PROGRAMS = List.of("vscode", "ghostty", "Hyper", "rio");
    private static final List<String> MARKS = List.of("XTERM_VERSION", "ALACRITTY_WINDOW_ID", "GHOSTTY_RESOURCES_DIR");

    private final UnaryOperator<String> order;

    LineOrder(UnaryOperator<String> order) {
        this.order = order;
    }

    /**
     * As it was asked for.
     *
     * @param asked {@code on}, {@code off}, or {@code auto} to go by what the terminal says of itself
     * @param environment variables that terminals set
     */
    public static LineOrder of(String asked, Map<String, String> environment) {
        return switch (asked) {
            case AUTO -> leavesOrderToUs(environment) ? ON : OFF;
            case "on" -> ON;
            case "off" -> OFF;
            default -> throw new SettingException(NAME, asked, "auto, on or off");
        };
    }

    /** Puts a line into the order in which the terminal has to be told it. */
    public UnaryOperator<String> order() {
        return order;
    }

    /** Whether it is a terminal of which we know that it neither orders nor joins. */
    private static boolean leavesOrderToUs(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        return MARKS.stream().anyMatch(environment::containsKey)
                || PROGRAMS.contains(environment.getOrDefault("TERM_PROGRAM", ""))
                || TERMS.stream().anyMatch(term::startsWith);
    }
}
