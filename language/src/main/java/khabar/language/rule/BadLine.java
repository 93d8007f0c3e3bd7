package khabar.language.rule;

/**
 * A line of a rule file that cannot be used.
 *
 * @param file name of the file
 * @param line its number, from 1
 * @param reason what is wrong and what was expected
 */
public record BadLine(String file, int line, String reason) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
