/**
 * Under which rules an article was enriched. Enriched articles flow in; what an article says, counted
 * again under its own rules or taken on trust, flows out. Start at {@link khabar.audit.rules.Readings}.
 */
@NullMarked
package khabar.audit.rules;

import org.jspecify.annotations.NullMarked;
