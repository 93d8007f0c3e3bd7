package khabar.topology.revision;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import khabar.schemas.state.Revision;

/**
 * The place of a revision among all revisions of its article: the greatest wins. A cancel is greater
 * than everything else; then versions decide, then the time of the revision, then its content, so that
 * the winner does not depend on the order of arrival. Equal ranks are exact duplicates.
 *
 * @param canceled whether it cancels the article
 * @param version revision number
 * @param versionCreated when the revision was made
 * @param contentHash hash of its content, compared as unsigned bytes
 */
public record Rank(boolean canceled, long version, Instant versionCreated, ByteBuffer contentHash)
        implements Comparable<Rank> {
    private static final Comparator<Rank> ORDER = Comparator.comparing(Rank::canceled)
            .thenComparingLong(Rank::version)
            .thenComparing(Rank::versionCreated)
            .thenComparing(Rank::contentHash, Rank::compareUnsigned);

    /** The rank that the stored revision had. */
    public static Rank of(Revision revision) {
        return new Rank(
                revision.getCanceled(), revision.getVersion(), revision.getVersionCreated(), revision.getContentHash());
    }

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }

    private static int compareUnsigned(ByteBuffer one, ByteBuffer other) {
        int mismatch = one.mismatch(other);
        if (mismatch < 0 || mismatch == Math.min(one.remaining(), other.remaining())) {
            return Integer.compare(one.remaining(), other.remaining());
        }
        return Byte.compareUnsigned(one.get(one.position() + mismatch), other.get(other.position() + mismatch));
    }
}
