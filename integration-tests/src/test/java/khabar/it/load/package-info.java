/**
 * Many who watch at once. A {@link khabar.it.load.Crowd} reads events, an {@link khabar.it.load.OpenLoop} asks
 * the API, and {@link khabar.it.load.Usage} says what that takes. Start at {@link khabar.it.load.WatchingLoadIT}.
 */
@NullMarked
package khabar.it.load;

import org.jspecify.annotations.NullMarked;
