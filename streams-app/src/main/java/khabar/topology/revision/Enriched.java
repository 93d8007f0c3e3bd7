package khabar.topology.revision;

import khabar.language.sketch.Sketch;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.state.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An enriched article that takes the place of a revision: a winner, or the standing revision itself with
 * another mark.
 *
 * @param article what was found
 * @param rank its place among the revisions; null where it is final and only its mark changes
 * @param standing the revision that it replaces; null where there is none within the horizon
 * @param sketch what it is compared with others by; null where it is not compared, or not again
 * @param newest whether it is what now stands under its uri; a final revision may have a successor
 */
public record Enriched(
        EnrichedArticle article,
        @Nullable Rank rank,
        @Nullable Revision standing,
        @Nullable Sketch sketch,
        boolean newest) {

    /** The winner with what was found in it. */
    public static Enriched of(Winner winner, EnrichedArticle article, @Nullable Sketch sketch) {
        return new Enriched(article, winner.rank(), winner.standing(), sketch, true);
    }
}
