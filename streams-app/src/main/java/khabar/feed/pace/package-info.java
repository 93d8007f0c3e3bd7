/**
 * How fast a replay goes: the place and event time of an article flow in, the moment at which it is due
 * flows out, always counted from the start, so that no delay adds up. Start at
 * {@link khabar.feed.pace.Pace}.
 */
@NullMarked
package khabar.feed.pace;

import org.jspecify.annotations.NullMarked;
