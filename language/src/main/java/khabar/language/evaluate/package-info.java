/**
 * How good the text core is, in numbers. Texts with known answers flow in, together with what the core
 * makes of them; precision, recall, F1 and the worst confusions flow out. Reading files is the caller's
 * affair. Start at {@link khabar.language.evaluate.HalfSpaceScore}, {@link
 * khabar.language.evaluate.MentionScore} or {@link khabar.language.evaluate.SubjectScore}.
 */
@NullMarked
package khabar.language.evaluate;

import org.jspecify.annotations.NullMarked;
