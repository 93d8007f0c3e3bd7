/**
 * Output topics as one stream of events with positions. Committed records flow in; events flow out in
 * the order of their partitions, each with a {@link khabar.query.events.Positions} after which any
 * instance can go on. Start at {@link khabar.query.events.EventReader}.
 */
@NullMarked
package khabar.query.events;

import org.jspecify.annotations.NullMarked;
