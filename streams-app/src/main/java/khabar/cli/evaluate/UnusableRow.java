package khabar.cli.evaluate;

/** A row is not in the form that is described. */
public final class UnusableRow extends Exception {
    private static final long serialVersionUID = 1L;

    /** Names the field, what it has and what it needs. */
    public UnusableRow(String name, String value, String expected) {
        super(name + ": " + value + " (expected: " + expected + ")", null, false, false);
    }
}
