package khabar.cli.watch.sheet;

import java.util.function.UnaryOperator;
import khabar.cli.watch.SafeText;
import khabar.cli.watch.order.RightToLeft;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * A line of the screen.
 *
 * @param look how it stands out
 * @param text what it says, safe already
 */
public record Line(Look look, String text) {

    /** How a line stands out; colours come on top where they are wanted. */
    public enum Look {
        PLAIN(AttributedStyle.DEFAULT, AttributedStyle.DEFAULT),
        STRONG(AttributedStyle.BOLD, AttributedStyle.BOLD.foreground(AttributedStyle.YELLOW)),
        QUIET(AttributedStyle.DEFAULT.faint(), AttributedStyle.DEFAULT.faint()),
        TITLE(
                AttributedStyle.DEFAULT.underline(),
                AttributedStyle.DEFAULT.underline().foreground(AttributedStyle.CYAN)),
        FOCUS(AttributedStyle.BOLD.underline(), AttributedStyle.BOLD.underline().foreground(AttributedStyle.CYAN)),
        SELECTED(AttributedStyle.INVERSE, AttributedStyle.INVERSE);

        private final AttributedStyle plain;
        private final AttributedStyle coloured;

        Look(AttributedStyle plain, AttributedStyle coloured) {
            this.plain = plain;
            this.coloured = coloured;
        }
    }

    static Line plain(String text) {
        return new Line(Look.PLAIN, text);
    }

    /** The line in the given columns, put into the order in which a terminal has to be told it. */
    public AttributedString drawn(int columns, boolean colour, UnaryOperator<String> order) {
        String fitting = SafeText.fit(text, columns).stripTrailing();
        return new AttributedString(order.apply(RightToLeft.ended(fitting)), colour ? look.coloured : look.plain);
    }
}
