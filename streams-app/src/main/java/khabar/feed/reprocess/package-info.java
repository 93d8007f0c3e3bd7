/**
 * Back-fill: articles that were enriched under other rules than the present ones flow in from
 * news.enriched; their winning revisions flow onto news.articles again, and what the topology makes of
 * them is awaited. Start at {@link khabar.feed.reprocess.Reprocess}.
 */
@NullMarked
package khabar.feed.reprocess;

import org.jspecify.annotations.NullMarked;
