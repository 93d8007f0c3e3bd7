package khabar.cli.watch;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Text of articles made safe for a terminal: they are hostile input, and an escape character or a
 * direction override would reach beyond its own line.
 */
public final class SafeText {
    private static final char ZWNJ = '\u200C';
    private static final char ZWJ = '\u200D';
    private static final String ELLIPSIS = "\u2026";

    private SafeText() {}

    /** One line without control and format characters, except the joiners that Persian is written with. */
    public static String line(@Nullable String text) {
        StringBuilder safe = new StringBuilder();
        (text == null ? "" : text).codePoints().forEach(character -> {
            int kind = Character.getType(character);
            if (kind == Character.FORMAT && character != ZWNJ && character != ZWJ) {
                return;
            }
            boolean plain = kind != Character.CONTROL
                    && kind != Character.SURROGATE
                    && kind != Character.LINE_SEPARATOR
                    && kind != Character.PARAGRAPH_SEPARATOR;
            safe.appendCodePoint(plain ? character : ' ');
        });
        return safe.toString().strip();
    }

    /** How many columns of a terminal the text takes. */
    public static int columns(String text) {
        return new AttributedString(text).columnLength();
    }

    /** The text, cut where it takes more than the given columns. */
    public static String fit(String text, int columns) {
        if (columns(text) <= columns) {
            return text;
        }
        return columns < 1
                ? ""
                : new AttributedStringBuilder()
                        .append(new AttributedString(text).columnSubSequence(0, columns - 1))
                        .append(ELLIPSIS)
                        .toString();
    }

    /** The text, cut or filled with spaces to exactly the given columns. */
    public static String fill(String text, int columns) {
        String fitting = fit(text, columns);
        return fitting + " ".repeat(Math.max(0, columns - columns(fitting)));
    }
}
