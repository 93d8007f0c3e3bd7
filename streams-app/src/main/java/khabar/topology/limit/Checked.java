package khabar.topology.limit;

import khabar.schemas.RejectedArticle;
import khabar.topology.revision.Enriched;
import org.jspecify.annotations.Nullable;

/**
 * An enriched revision, and what becomes of it.
 *
 * @param enriched the revision
 * @param refused why it must not stand; null where it may
 */
public record Checked(Enriched enriched, @Nullable RejectedArticle refused) {}
