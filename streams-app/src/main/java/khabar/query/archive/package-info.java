/**
 * What the output topics hold, all of it, on this machine's disk: any window, any entity, any article.
 * Committed records flow in through {@link khabar.query.archive.ArchiveReader}; answers flow out. Start
 * at {@link khabar.query.archive.Archive}; how it lies on the disk stands in {@link khabar.query.archive.Places}.
 */
@NullMarked
package khabar.query.archive;

import org.jspecify.annotations.NullMarked;
