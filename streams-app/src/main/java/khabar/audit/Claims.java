package khabar.audit;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import khabar.schemas.RejectReason;
import khabar.schemas.RejectedArticle;
import khabar.schemas.TopicPosition;
import khabar.topics.Topics;
import org.jspecify.annotations.Nullable;

/**
 * What the topology claims to have refused because too much was found in it. The feed alone does not
 * tell: it depends on the rules of the moment. A claim is believed in the contest, and checked by the recount.
 */
public final class Claims {
    private static final Set<RejectReason> AFTER_ENRICHMENT =
            EnumSet.of(RejectReason.TOO_MANY_MENTIONS, RejectReason.TOO_MANY_SUBJECTS);

    private final Map<String, RejectReason> byPosition = new HashMap<>();

    /** Takes in a record of news.rejected. */
    public void take(RejectedArticle refusal) {
        TopicPosition at = refusal.getTopicPosition();
        if (at != null
                && at.getTopic().equals(Topics.ARTICLES.name())
                && AFTER_ENRICHMENT.contains(refusal.getReason())) {
            byPosition.put(at.getPartition() + "@" + at.getOffset(), refusal.getReason());
        }
    }

    @Nullable
    RejectReason at(String position) {
        return byPosition.get(position);
    }

    static boolean isOne(@Nullable RejectReason reason) {
        return reason != null && AFTER_ENRICHMENT.contains(reason);
    }
}
