/**
 * The door: an article of the feed flows in; it flows out accepted, or rejected with a reason. Beside
 * them flows the feed's clock. Start at {@link khabar.topology.accept.AcceptArticles}.
 */
@NullMarked
package khabar.topology.accept;

import org.jspecify.annotations.NullMarked;
