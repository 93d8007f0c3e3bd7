/**
 * What a back-fill would change: articles as they were enriched flow in, what the present rules find or
 * miss in them flows out. Start at {@link khabar.cli.reprocess.RuleDiff}.
 */
@NullMarked
package khabar.cli.reprocess;

import org.jspecify.annotations.NullMarked;
