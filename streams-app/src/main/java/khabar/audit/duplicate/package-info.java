/**
 * The recount of near-duplicates. All articles that are counted flow in; which of them repeat another
 * flows out. Start at {@link khabar.audit.duplicate.DuplicateRecount}.
 */
@NullMarked
package khabar.audit.duplicate;

import org.jspecify.annotations.NullMarked;
