/**
 * Many spellings of a text become one. An original string flows in; a
 * {@link khabar.language.normalize.NormalizedText} with display form, match key and offsets back into
 * the original flows out. Start at {@link khabar.language.normalize.Normalizer}.
 */
@NullMarked
package khabar.language.normalize;

import org.jspecify.annotations.NullMarked;
