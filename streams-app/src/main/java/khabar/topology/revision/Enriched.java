package khabar.topology.revision;

import khabar.schemas.EnrichedArticle;

/**
 * A winning revision and what was found in it.
 *
 * @param winner the revision
 * @param article what was found
 */
public record Enriched(Winner winner, EnrichedArticle article) {}
