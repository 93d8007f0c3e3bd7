/**
 * The replay itself: records of a corpus flow in, articles and refusals flow out to Kafka in transactions
 * that carry the position as well. Start at {@link khabar.feed.replay.ReplayRun}.
 */
@NullMarked
package khabar.feed.replay;

import org.jspecify.annotations.NullMarked;
