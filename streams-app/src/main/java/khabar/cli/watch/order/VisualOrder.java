package khabar.cli.watch.order;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A line from left to right, whose right-to-left parts are joined and turned about as the Unicode
 * bidirectional algorithm says (UAX #9; the JDK has it).
 */
final class VisualOrder implements UnaryOperator<String> {
    private static final String OPENING = "([{<\u00AB\u2039";
    private static final String CLOSING = ")]}>\u00BB\u203A";

    @Override
    public String apply(String line) {
        if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
            return line;
        }
        String joined = Joining.join(line);
        Bidi bidi = new Bidi(joined, Bidi.DIRECTION_LEFT_TO_RIGHT);
        List<String> clusters = clusters(joined);
        byte[] levels = new byte[clusters.size()];
        String[] visual = new String[clusters.size()];
        int at = 0;
        for (int i = 0; i < levels.length; i++) {
            String cluster = clusters.get(i);
            levels[i] = (byte) bidi.getLevelAt(at);
            visual[i] = levels[i] % 2 == 1 ? mirrored(cluster) : cluster;
            at += cluster.length();
        }
        Bidi.reorderVisually(levels, 0, visual, 0, visual.length);
        // They have done their work.
        return String.join("", visual).replace(RightToLeft.MARK, "");
    }

    /** Characters, each with the marks that stand on it. */
    private static List<String> clusters(String text) {
        List<String> clusters = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            int next = i + Character.charCount(text.codePointAt(i));
            boolean ends = next == text.length() || !Joining.isMark(text.codePointAt(next));
            if (ends) {
                clusters.add(text.substring(start, next));
                start = next;
            }
            i = next;
        }
        return clusters;
    }

    private static String mirrored(String cluster) {
        int opening = OPENING.indexOf(cluster);
        int closing = CLOSING.indexOf(cluster);
        return opening >= 0
                ? CLOSING.substring(opening, opening + 1)
                : closing >= 0 ? OPENING.substring(closing, closing + 1) : cluster;
    }
}
