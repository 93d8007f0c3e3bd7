package khabar.language.rule;

/** A rule file has a line that cannot be used. The message names file, line and reason. */
public final class BadLineException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient BadLine badLine;

    /** For the given line. */
    public BadLineException(BadLine badLine) {
        super(badLine.toString());
        this.badLine = badLine;
    }

    /** The line. */
    public BadLine badLine() {
        return badLine;
    }
}
