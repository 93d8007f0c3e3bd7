/**
 * The newest state of the output topics, in memory and bounded. Committed records flow in through
 * {@link khabar.query.live.OutputReader}; a {@link khabar.query.live.Snapshot} flows out of
 * {@link khabar.query.live.LiveView} whenever somebody looks.
 */
@NullMarked
package khabar.query.live;

import org.jspecify.annotations.NullMarked;
