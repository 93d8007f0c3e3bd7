/**
 * Bytes and characters under the readers: byte order marks and UTF-16 go in, strict UTF-8 comes out, cut
 * into records of bounded size. Start at {@link khabar.feed.text.Chunk}.
 */
@NullMarked
package khabar.feed.text;

import org.jspecify.annotations.NullMarked;
