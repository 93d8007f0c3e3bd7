/**
 * In go the words of an English article and the names in it that are known, out come names that nobody has listed, and
 * short forms of longer names.
 */
@NullMarked
package khabar.language.english;

import org.jspecify.annotations.NullMarked;
