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
 * @param cause why it takes that place
 */
public record Enriched(
        EnrichedArticle article,
        @Nullable Rank rank,
        @Nullable Revision standing,
        @Nullable Sketch sketch,
        Cause cause) {
    /** Why an article takes the place of another. */
    public enum Cause {
        /** It wins. */
        WINNER,
        /** It stands, and its mark has changed. */
        MARK,
        /** It is final and has a successor under its uri, but still counts, and its mark has changed. */
        MARK_OF_PREDECESSOR
    }

    /** The winner with what was found in it. */
    public static Enriched of(Winner winner, EnrichedArticle article, @Nullable Sketch sketch) {
        return new Enriched(article, winner.rank(), winner.standing(), sketch, Cause.WINNER);
    }

    /** Whether it wins, rather than only its mark has changed. */
    public boolean isWinner() {
        return cause == Cause.WINNER;
    }

    /** Whether it is what now stands under its uri. */
    public boolean isNewest() {
        return cause != Cause.MARK_OF_PREDECESSOR;
    }
}
