/**
 * Where articles come from. A corpus (files, directories, archives, standard input) flows in and is
 * replayed onto {@code news.articles} as a feed, what is refused onto {@code news.rejected}; a
 * {@link khabar.feed.ReplaySummary} flows out. Start at {@link khabar.feed.Replay}; data goes through the
 * packages in this order: corpus, unpack, format (with record, text), article (with date), replay (with
 * pace, show).
 */
@NullMarked
package khabar.feed;

import org.jspecify.annotations.NullMarked;
