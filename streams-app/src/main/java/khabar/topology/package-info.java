/**
 * The picture: articles flow in; enriched articles, counts by entity and by subject, top entities and
 * rejected articles flow out. Start at {@link khabar.topology.NewsTopology}, which is one page; a stage
 * that outgrew one expression is a class of its own:
 *
 * <ol>
 *   <li>{@code AcceptArticles}: accepted or rejected with a reason, and the feed's clock
 *   <li>{@code KeepWinningRevisions}: only a revision that wins goes on
 *   <li>{@code EnrichWinners}: the text core, once for each winning revision
 *   <li>{@code SignContributions}: what the revision before said is taken back, what this one says is added
 *   <li>{@code count}: sums by window, published as panes; top entities
 *   <li>{@code alert}: what saved searches are met by
 *   <li>{@code trend}: who is named more than its own past lets expect, decided when a window closes
 * </ol>
 */
@NullMarked
package khabar.topology;

import org.jspecify.annotations.NullMarked;
