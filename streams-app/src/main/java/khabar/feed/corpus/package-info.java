/**
 * What is to be replayed: paths as a user names them flow in, the list of files in a fixed order flows out.
 * Start at {@link khabar.feed.corpus.Corpus}.
 */
@NullMarked
package khabar.feed.corpus;

import org.jspecify.annotations.NullMarked;
