/**
 * Sentences and tokens of a text. A normalized text flows in, ranges of the original flow out. Start at
 * {@link khabar.language.segment.Segmenter}.
 */
@NullMarked
package khabar.language.segment;

import org.jspecify.annotations.NullMarked;
