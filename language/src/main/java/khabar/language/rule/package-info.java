/**
 * Files that people edit: gazetteers and subject rules, line by line. Lines flow in; what cannot be used
 * flows out as {@link khabar.language.rule.BadLine}s. Start at {@link khabar.language.rule.RuleFile}.
 */
@NullMarked
package khabar.language.rule;

import org.jspecify.annotations.NullMarked;
