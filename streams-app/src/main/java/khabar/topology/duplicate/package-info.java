/**
 * Near-duplicates. The sketches of winning revisions flow to the partitions that own their bands; there
 * articles meet, and what each of them repeats flows back to the partition that it came from, where it
 * is marked, counted and published anew. Start at {@link khabar.topology.duplicate.MeetByBand}, then
 * read {@link khabar.topology.duplicate.MarkDuplicates}.
 */
@NullMarked
package khabar.topology.duplicate;

import org.jspecify.annotations.NullMarked;
