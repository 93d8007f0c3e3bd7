package khabar.topology.accept;

import java.time.Instant;
import khabar.schemas.Article;
import khabar.schemas.RejectedArticle;
import khabar.schemas.state.FeedClock;

/** What comes through the door. */
public sealed interface Admission {

    /**
     * An article that may be counted.
     *
     * @param article the article
     * @param version its version as a number
     * @param ingestedAt when it arrived
     * @param horizonStart event time before which everything of its partition is final
     */
    record Accepted(Article article, long version, Instant ingestedAt, Instant horizonStart) implements Admission {}

    /** An article that was refused. */
    record Refused(RejectedArticle rejected) implements Admission {}

    /** How far the feed has come. */
    record Ticked(FeedClock clock) implements Admission {}
}
