package khabar.topology.pair;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.NamedEntity;
import khabar.schemas.PubStatus;
import khabar.schemas.state.EntityShare;
import khabar.schemas.state.FeedClock;
import khabar.schemas.state.PairedArticle;
import khabar.schemas.state.Revision;
import khabar.topics.WindowKey;
import khabar.topology.revision.Enriched;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** Tells the windows of an article which of its entities to pair, and those of the revision before it to forget it. */
public final class PairArticles {
    private final PairOptions options;

    /** Pairs by the given options. */
    public PairArticles(PairOptions options) {
        this.options = options;
    }

    /** News of the feed's clock for the windows. */
    public static PairedArticle clock(FeedClock clock) {
        return PairedArticle.newBuilder().setFeedClock(clock).build();
    }

    /** What changes, by the text of the window. */
    public List<KeyValue<String, PairedArticle>> of(Enriched enriched) {
        PairedArticle now = paired(enriched.article());
        Revision standing = enriched.standing();
        PairedArticle before = paired(enriched.article().getUri(), standing);
        List<KeyValue<String, PairedArticle>> changes = new ArrayList<>();
        if (standing != null && before != null && !before.getArticle().equals(now.getArticle())) {
            tell(changes, standing.getPublishedAt(), gone(before));
        }
        boolean nothingToSay = before == null && now.getEntities().isEmpty();
        if (!nothingToSay && !now.equals(before)) {
            tell(changes, enriched.article().getPublishedAt(), now);
        }
        return changes;
    }

    private void tell(List<KeyValue<String, PairedArticle>> changes, Instant publishedAt, PairedArticle paired) {
        for (Duration size : options.windowSizes()) {
            changes.add(
                    KeyValue.pair(WindowKey.containing(publishedAt, size, "").text(), paired));
        }
    }

    private PairedArticle paired(EnrichedArticle article) {
        List<String> entities = article.getPubStatus() == PubStatus.USABLE
                ? article.getEntities().stream().map(NamedEntity::getEntityId).toList()
                : List.of();
        return paired(name(article.getPublishedAt(), article.getUri()), entities, article.getDuplicateOf() != null);
    }

    private @Nullable PairedArticle paired(String uri, @Nullable Revision revision) {
        return revision == null
                ? null
                : paired(
                        name(revision.getPublishedAt(), uri),
                        revision.getEntities().stream()
                                .map(EntityShare::getEntityId)
                                .toList(),
                        revision.getDuplicateOf() != null);
    }

    private PairedArticle paired(String name, List<String> entities, boolean duplicate) {
        boolean capped = entities.size() > options.entityCap();
        List<String> first = capped ? entities.subList(0, options.entityCap()) : entities;
        return new PairedArticle(null, name, first, capped, duplicate);
    }

    private static PairedArticle gone(PairedArticle before) {
        return new PairedArticle(null, before.getArticle(), List.of(), false, false);
    }

    /** A revision that has left the horizon still counts when its uri starts anew, so the time belongs to the name. */
    private static String name(Instant publishedAt, String uri) {
        return publishedAt.toEpochMilli() + "/" + uri;
    }
}
