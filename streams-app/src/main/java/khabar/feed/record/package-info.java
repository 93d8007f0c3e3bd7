/**
 * What every reader hands on: records as they stand in a corpus, each with its position and, when it is
 * asked for, its fields or the reason of its refusal. Start at {@link khabar.feed.record.RawRecord}.
 */
@NullMarked
package khabar.feed.record;

import org.jspecify.annotations.NullMarked;
