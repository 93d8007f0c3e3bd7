package khabar.cli.watch.sheet;

import java.util.Arrays;

/** A row of figures as a row of small bars. */
final class Spark {
    private static final String BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
    private static final char NOTHING = '.';

    private Spark() {}

    /** One character for each figure, as tall as it is great; a point for 0. */
    static String of(long... figures) {
        long most = Arrays.stream(figures).max().orElse(0);
        StringBuilder line = new StringBuilder();
        for (long figure : figures) {
            line.append(figure <= 0 ? NOTHING : BARS.charAt((int) ((figure * BARS.length() - 1) / most)));
        }
        return line.toString();
    }
}
