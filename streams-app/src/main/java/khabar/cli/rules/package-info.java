/**
 * The commands that change the live rules. Rule files flow in, checked changes of news.rules flow out.
 * Start at {@link khabar.cli.rules.RulesCommand}; {@code RuleDesk} is where every change is checked.
 */
@NullMarked
package khabar.cli.rules;

import org.jspecify.annotations.NullMarked;
