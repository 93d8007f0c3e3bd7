/**
 * What was refused or failed is sent through again. Records of news.rejected and news.dead-letters flow
 * in; what can be sent flows back to where it came from, with a receipt on news.redriven in the same
 * transaction. Start at {@link khabar.feed.redrive.Redrive}.
 */
@NullMarked
package khabar.feed.redrive;

import org.jspecify.annotations.NullMarked;
