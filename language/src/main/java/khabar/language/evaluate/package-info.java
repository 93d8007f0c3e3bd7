/**
 * Quality as a number. What is right and what the text core said flow in, row by row; precision, recall
 * and F1 flow out. Nothing here reads files: whoever has labelled rows hands them over. Start at
 * {@link khabar.language.evaluate.Score}.
 */
@NullMarked
package khabar.language.evaluate;

import org.jspecify.annotations.NullMarked;
