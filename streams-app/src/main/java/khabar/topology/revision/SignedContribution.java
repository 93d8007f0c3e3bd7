package khabar.topology.revision;

import khabar.schemas.state.Contribution;

/**
 * A signed change, and which counts it changes.
 *
 * @param counts the counts it belongs to
 * @param contribution the change
 */
public record SignedContribution(Counts counts, Contribution contribution) {
    /** What is counted. */
    public enum Counts {
        ENTITIES,
        SUBJECTS
    }
}
