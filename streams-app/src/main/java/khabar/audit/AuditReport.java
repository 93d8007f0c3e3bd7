package khabar.audit;

import java.util.List;
import khabar.audit.rules.Trust;

/**
 * What an audit found.
 *
 * @param read records of news.articles
 * @param accepted records that may be counted
 * @param refused records that should be on news.rejected
 * @param deadLetters records that cannot be read as articles
 * @param revisions articles that stand: winning revisions within the horizon of their time
 * @param keys keys that were compared
 * @param lag records that the topology had not yet read when the audit gave up waiting; 0 when it had caught up
 * @param mismatches keys that differ
 * @param trust what could not be counted again
 */
public record AuditReport(
        long read,
        long accepted,
        long refused,
        long deadLetters,
        long revisions,
        long keys,
        long lag,
        List<Mismatch> mismatches,
        Trust trust) {
    /** A report of an audit that could count everything again. */
    public AuditReport(
            long read,
            long accepted,
            long refused,
            long deadLetters,
            long revisions,
            long keys,
            long lag,
            List<Mismatch> mismatches) {
        this(read, accepted, refused, deadLetters, revisions, keys, lag, mismatches, Trust.NONE);
    }
    /** Of an audit that did not take place. */
    public static final AuditReport NOTHING = new AuditReport(0, 0, 0, 0, 0, 0, 0, List.of());

    /** Whether everything that was published is right. */
    public boolean ok() {
        return mismatches.isEmpty() && lag == 0;
    }
}
