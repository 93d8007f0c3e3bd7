/**
 * Who and what an article names. Normalized texts flow in; mentions with spans in the original flow
 * out. Start at {@link khabar.language.entity.MentionFinder}.
 */
@NullMarked
package khabar.language.entity;

import org.jspecify.annotations.NullMarked;
