/**
 * Readers of the formats that news comes in. A stream of bytes flows in, is cut into records without ever
 * holding more than one bounded record, and flows out as {@link khabar.feed.record.RawRecord}s; libraries
 * read what is inside a record. Start at {@link khabar.feed.format.RecordReader}.
 */
@NullMarked
package khabar.feed.format;

import org.jspecify.annotations.NullMarked;
