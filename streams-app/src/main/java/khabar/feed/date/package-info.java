/**
 * Dates as people write them in news. A text or a number flows in, with a hint whether the article is
 * Persian; an instant flows out together with what had to be assumed, or nothing where it is no date.
 * Start at {@link khabar.feed.date.DateReader}.
 */
@NullMarked
package khabar.feed.date;

import org.jspecify.annotations.NullMarked;
