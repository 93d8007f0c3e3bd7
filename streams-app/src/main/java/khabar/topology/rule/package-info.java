/**
 * Rules on their way into the topology: every instance reads all of news.rules into its rule book before
 * it reads its first article ({@link khabar.topology.rule.ReadRules}), and one of them says on
 * news.rejected which rules say nothing ({@link khabar.topology.rule.RefuseRules}).
 */
@NullMarked
package khabar.topology.rule;

import org.jspecify.annotations.NullMarked;
