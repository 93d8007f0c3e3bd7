package khabar.cli.imports.source;

/** A line or row of a source that is not in its form. */
final class UnusableEntry extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableEntry(String reason) {
        super(reason, null, false, false);
    }
}
