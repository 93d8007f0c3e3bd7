/**
 * How well near-duplicates are recognised. Articles flow in; edited copies of them are made and looked
 * for, and a tally for each kind of edit flows out. Start at
 * {@link khabar.language.evaluate.duplicate.DuplicateScore}.
 */
@NullMarked
package khabar.language.evaluate.duplicate;

import org.jspecify.annotations.NullMarked;
