/**
 * Sums by window. Signed contributions and the feed's clock flow in, keyed by what is counted; panes
 * flow out. Start at {@link khabar.topology.count.CountByWindow}; when windows close is decided by
 * {@code WindowClock}; {@code RankEntities} and {@link khabar.topology.count.MergeTops} keep the most
 * named entities, first within a partition and then over all.
 */
@NullMarked
package khabar.topology.count;

import org.jspecify.annotations.NullMarked;
