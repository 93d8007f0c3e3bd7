/**
 * Sums by window. Signed contributions and the feed's clock flow in, in batches; panes flow out. Start at
 * {@link khabar.topology.count.CountByWindow}; when windows close is decided by {@code WindowClock}.
 */
@NullMarked
package khabar.topology.count;

import org.jspecify.annotations.NullMarked;
