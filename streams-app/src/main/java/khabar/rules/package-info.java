/**
 * Rules that change while the topology runs: records of news.rules flow in, a
 * {@link khabar.rules.RuleSet} flows out, in which whatever reads an article finds its text core and its
 * alerts. Start at {@link khabar.rules.RuleSet}, a pure function of rules; {@link khabar.rules.RuleBook}
 * keeps the one in force.
 */
@NullMarked
package khabar.rules;

import org.jspecify.annotations.NullMarked;
