/**
 * Quality as numbers. Texts with known answers flow in; precision, recall, F1 and the worst confusions
 * flow out. Start at {@link khabar.language.evaluate.HalfSpaceScore}.
 */
@NullMarked
package khabar.language.evaluate;

import org.jspecify.annotations.NullMarked;
