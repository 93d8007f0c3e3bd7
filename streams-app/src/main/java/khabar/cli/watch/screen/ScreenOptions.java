package khabar.cli.watch.screen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * How a screen begins and what it knows besides the view.
 *
 * @param window size of the window to show first; the greatest there is where it is empty
 * @param notes lines to show at the bottom
 * @param colour whether there may be colours
 * @param order puts a line into the order in which the terminal has to be told it
 * @param lag records that the topology has not read yet, where that is known
 */
public record ScreenOptions(
        Optional<Duration> window,
        List<String> notes,
        boolean colour,
        UnaryOperator<String> order,
        Supplier<OptionalLong> lag) {}
