/**
 * Replies that many ask for. Questions and the state of what they are read from flow in; replies flow out,
 * read once for each state. Start at {@link khabar.web.held.HeldReplies}.
 */
@NullMarked
package khabar.web.held;

import org.jspecify.annotations.NullMarked;
