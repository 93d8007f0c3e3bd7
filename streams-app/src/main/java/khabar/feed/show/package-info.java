/**
 * What a person sees of a replay: how far it is, or what it would send. States and records flow in, lines
 * of text flow out. Start at {@link khabar.feed.show.ProgressLine}.
 */
@NullMarked
package khabar.feed.show;

import org.jspecify.annotations.NullMarked;
