package khabar.language.rule;

import java.util.List;
import java.util.function.Consumer;

/**
 * A file of rules or names, one a line; blank lines and lines that start with {@code #} say nothing.
 *
 * @param name its name, for messages
 * @param lines its lines
 */
public record RuleFile(String name, List<String> lines) {
    /** What is done with one line; it throws {@link IllegalArgumentException} for one that it cannot use. */
    public interface LineReader {
        /** Takes a line without the blanks around it. */
        void read(String line);
    }

    /** Gives every line that says something to the reader; what it cannot use goes to the other. */
    public void read(LineReader reader, Consumer<BadLine> badLines) {
        int number = 0;
        for (String written : lines) {
            number++;
            String line = written.strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                try {
                    reader.read(line);
                } catch (IllegalArgumentException wrong) {
                    badLines.accept(new BadLine(name, number, String.valueOf(wrong.getMessage())));
                }
            }
        }
    }

    /** For who can do nothing with a bad line. */
    public static void refuse(BadLine badLine) {
        throw new BadLineException(badLine);
    }

    /** For who reads the file twice, and takes bad lines the other time. */
    public static void ignore(BadLine badLine) {}
}
