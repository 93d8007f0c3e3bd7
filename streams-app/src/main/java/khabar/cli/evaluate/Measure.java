package khabar.cli.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Measures one thing on the rows of a labelled file. */
public interface Measure {
    /** Takes one row into account; throws {@link UnusableRow} where it is not in the form that is described. */
    void add(ObjectNode row) throws UnusableRow;

    /** What came of all rows so far, with so many confusions at most. */
    Report report(int confusions);
}
