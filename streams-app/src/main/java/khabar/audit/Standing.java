package khabar.audit;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import khabar.schemas.Article;
import khabar.schemas.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * A revision in the contest for its uri: where it stands in the feed and what decides the contest.
 *
 * @param partition its partition
 * @param offset its offset
 * @param status its status
 * @param version its version
 * @param versionCreated when it was made
 * @param publishedAt its event time
 * @param content hash of what the source says
 */
public record Standing(
        int partition,
        long offset,
        PubStatus status,
        BigInteger version,
        Instant versionCreated,
        Instant publishedAt,
        String content) {
    private static final Comparator<Standing> LAW = Comparator.comparing(
                    (Standing one) -> one.status == PubStatus.CANCELED)
            .thenComparing(Standing::version)
            .thenComparing(Standing::versionCreated)
            .thenComparing(Standing::content);

    static Standing of(FeedRecord feedRecord, Article article) {
        return new Standing(
                feedRecord.partition(),
                feedRecord.offset(),
                article.getPubStatus(),
                new BigInteger(article.getVersion()),
                article.getVersionCreated(),
                article.getPublishedAt(),
                Content.hash(article));
    }

    /** Where it stands in the feed, as {@code partition@offset}. */
    String position() {
        return partition + "@" + offset;
    }

    /** Whether this one wins over the other, which came before it. */
    boolean winsOver(@Nullable Standing other) {
        return other == null || LAW.compare(this, other) > 0;
    }
}
