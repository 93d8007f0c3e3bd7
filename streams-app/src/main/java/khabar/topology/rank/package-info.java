/**
 * The most named entities. Panes of counts flow in, first rows of each window flow out. Start at
 * {@link khabar.topology.rank.RankEntities}, which ranks those of one partition;
 * {@link khabar.topology.rank.MergeTops} makes them into one ranking.
 */
@NullMarked
package khabar.topology.rank;

import org.jspecify.annotations.NullMarked;
