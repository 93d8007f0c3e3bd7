/**
 * Words of running text as numbers. Characters flow in, a {@link khabar.language.word.WordReader} tells the
 * words, and {@link khabar.language.word.BriefWords} and {@link khabar.language.word.LongWords} know again what was found
 * out about one.
 */
@NullMarked
package khabar.language.word;

import org.jspecify.annotations.NullMarked;
