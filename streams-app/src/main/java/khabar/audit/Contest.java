package khabar.audit;

import java.util.HashMap;
import java.util.Map;
import khabar.schemas.Article;
import khabar.schemas.RejectReason;
import org.jspecify.annotations.Nullable;

/** The contest for every uri: takes the records of the feed, each partition in its order, and tells who stands. */
public final class Contest {
    private final Admittance admittance;
    private final Claims claims;
    private final Map<String, Standing> standing = new HashMap<>();

    /** A contest under the given options, without those of which it is claimed that too much was found in them. */
    public Contest(AuditOptions options, Claims claims) {
        this.admittance = new Admittance(options);
        this.claims = claims;
    }

    /**
     * What becomes of a record.
     *
     * @param refused why it must be refused; null where it takes part
     * @param winner it, where it stands from now on
     * @param replaced who stood before and is taken back
     * @param left who stood before, has left the horizon and stays counted for ever
     */
    public record Verdict(
            @Nullable RejectReason refused,
            @Nullable Standing winner,
            @Nullable Standing replaced,
            @Nullable Standing left) {}

    /** Takes the next record. */
    public Verdict take(FeedRecord feedRecord) {
        RejectReason reason = admittance.refuse(feedRecord);
        Article article = feedRecord.article();
        if (reason != null || article == null) {
            return new Verdict(reason, null, null, null);
        }
        Standing challenger = Standing.of(feedRecord, article);
        Standing holder = standing.get(article.getUri());
        boolean over = holder != null && admittance.isFinal(feedRecord.partition(), holder.publishedAt());
        Standing rival = over ? null : holder;
        if (!challenger.winsOver(rival)) {
            return new Verdict(null, null, null, null);
        }
        RejectReason claimed = claims.at(feedRecord.position());
        if (claimed != null) {
            return new Verdict(claimed, null, null, null);
        }
        standing.put(article.getUri(), challenger);
        return new Verdict(null, challenger, rival, over ? holder : null);
    }

    /** Who stands, by uri. */
    Map<String, Standing> standing() {
        return standing;
    }
}
