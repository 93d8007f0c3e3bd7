/**
 * Questions to the stores of the topology. What is asked flows in; an {@link khabar.query.Answer} flows
 * out: here, elsewhere or not ready. No HTTP. Start at {@link khabar.query.Questions}; what no store
 * holds is answered from {@link khabar.query.live}.
 */
@NullMarked
package khabar.query;

import org.jspecify.annotations.NullMarked;
