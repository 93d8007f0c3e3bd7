package khabar.language.recognize;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Lists of words by kind, one or more lines for each: {@code kind: phrase; phrase}. */
public final class ListLines {
    private ListLines() {}

    /**
     * Reads lines, but for those that start with {@code #} and those without a colon.
     *
     * @param each takes the kind as enums write it ({@code place-head} is {@code PLACE_HEAD}) and a phrase
     */
    public static void read(List<String> lines, BiConsumer<String, String> each) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0 && !line.startsWith("#")) {
                String kind = line.substring(0, colon).toUpperCase(Locale.ROOT).replace('-', '_');
                for (String phrase : line.substring(colon + 1).split(";")) {
                    each.accept(kind, phrase.strip());
                }
            }
        }
    }
}
