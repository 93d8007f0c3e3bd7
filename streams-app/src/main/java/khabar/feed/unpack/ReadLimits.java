package khabar.feed.unpack;

/**
 * What a corpus may do at most.
 *
 * @param recordMaxBytes larger records are refused
 * @param deepest records whose objects, lists or elements are nested deeper are refused
 * @param archiveMaxRatio a compressed file that grows more than so many times is refused
 * @param archiveMaxBytes a compressed file that grows beyond so many bytes is refused
 */
public record ReadLimits(int recordMaxBytes, int deepest, int archiveMaxRatio, long archiveMaxBytes) {}
