package khabar.cli.watch;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a table of text: figures first, then the English name and the id, the Persian name last. */
public final class TextRow {
    private static final int FIGURES = 22;
    private static final String FA = "fa";
    private static final String EN = "en";

    private TextRow() {}

    /** Two figures and the names of what they count. */
    public static String of(long first, long second, String id, Map<String, String> names, int width) {
        int room = Math.max(8, (width - FIGURES) / 2);
        return line(String.format(Locale.ROOT, "%10d%10d  ", first, second) + names(id, names, room), width);
    }

    /** English name and id in the given columns, then the Persian name; an id stands for a name that is not known. */
    public static String names(String id, Map<String, String> names, int room) {
        String english = SafeText.line(names.get(EN));
        String persian = SafeText.line(names.get(FA));
        String safeId = SafeText.line(id);
        String left = english.isEmpty() ? safeId : english + "  " + safeId;
        return persian.isEmpty() ? left : SafeText.fill(left, room) + "  " + persian;
    }

    /** Any text as one line without what could do harm, cut at the given columns. */
    public static String line(@Nullable String text, int width) {
        String indent = text == null
                ? ""
                : text.substring(0, text.length() - text.stripLeading().length());
        return SafeText.fit(indent + SafeText.line(text), width).stripTrailing();
    }
}
