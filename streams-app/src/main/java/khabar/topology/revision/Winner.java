package khabar.topology.revision;

import java.time.Instant;
import khabar.schemas.Article;
import khabar.schemas.state.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A revision that wins over all that came before it.
 *
 * @param article the article as it now stands
 * @param rank its place among the revisions
 * @param ingestedAt when it arrived
 * @param standing the revision that it replaces; null where there is none within the horizon
 */
public record Winner(
        Article article,
        Rank rank,
        Instant ingestedAt,
        @Nullable Revision standing) {}
