/**
 * The independent recount. The feed flows in once more, and so does everything that was published;
 * what flows out is a report of every key on which the two differ. Nothing here is shared with the
 * topology but the schemas and the text core: a mistake in one is not repeated in the other. Start at
 * {@link khabar.audit.Audit}.
 */
@NullMarked
package khabar.audit;

import org.jspecify.annotations.NullMarked;
