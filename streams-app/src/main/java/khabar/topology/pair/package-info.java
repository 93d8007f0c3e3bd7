/**
 * Entities that are named in the same article. Enriched articles flow in and are brought together by
 * window, so that one task knows all articles of a window; panes of pairs flow out. Start at
 * {@link khabar.topology.pair.CountPairs}.
 */
@NullMarked
package khabar.topology.pair;

import org.jspecify.annotations.NullMarked;
