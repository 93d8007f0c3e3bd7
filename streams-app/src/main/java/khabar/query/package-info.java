/**
 * Questions to what the topology published. What is asked flows in; an {@link khabar.query.Answer} flows
 * out: here or not ready. No HTTP. Start at {@link khabar.query.Questions}: what lasts is answered from
 * {@link khabar.query.archive}, what moves from {@link khabar.query.live}.
 */
@NullMarked
package khabar.query;

import org.jspecify.annotations.NullMarked;
