package khabar.topology.limit;

import khabar.schemas.Article;
import khabar.topology.revision.Enriched;

/**
 * What was found in a winner.
 *
 * @param article the winner, as it arrived
 * @param enriched the winner, with what was found in it
 */
public record Findings(Article article, Enriched enriched) {}
