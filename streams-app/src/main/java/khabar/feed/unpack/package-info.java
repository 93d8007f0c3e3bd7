/**
 * From a file to its records: gzip, zip and tar are read through as streams, never to disk and never beyond
 * limits; the format of what is inside is told by content and extension. Files flow in, records with their
 * positions flow out. Start at {@link khabar.feed.unpack.CorpusReader}.
 */
@NullMarked
package khabar.feed.unpack;

import org.jspecify.annotations.NullMarked;
