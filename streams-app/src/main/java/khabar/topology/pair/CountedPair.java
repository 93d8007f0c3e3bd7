package khabar.topology.pair;

import khabar.schemas.Pane;
import khabar.topics.WindowKey;
import org.jspecify.annotations.Nullable;

/**
 * A pane of a pair.
 *
 * @param key the window and the pair
 * @param pair the two entities
 * @param articles distinct articles that name both
 * @param uniqueArticles the same without near-duplicates
 * @param strength how much more often they are named together than chance would have it; null where that is not defined
 * @param cappedArticles articles of the window of which not all entities are paired
 * @param pane which publication it is
 */
public record CountedPair(
        WindowKey key,
        Pair pair,
        long articles,
        long uniqueArticles,
        @Nullable Double strength,
        long cappedArticles,
        Pane pane) {}
