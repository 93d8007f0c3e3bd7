/**
 * Trends: panes of entity counts flow in, what trends flows out. Start at {@code FollowTrends}; the
 * formula is in {@code Expectation}, and in words in {@code docs/trends.md}.
 */
@NullMarked
package khabar.topology.trend;

import org.jspecify.annotations.NullMarked;
