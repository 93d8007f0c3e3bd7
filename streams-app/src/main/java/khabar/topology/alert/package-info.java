/**
 * Alerts, which are saved searches on the stream: enriched articles and news of trends flow in, alerts
 * flow out. Start at {@code AlertRule}, the form of a rule; {@code AlertRules} matches many of them at
 * once, {@code MatchAlerts} tells what an article meets and meets no more, {@code CountMatches} counts
 * for thresholds, and {@code AlertOfTrends} listens to trends. In words: {@code docs/alerts.md}.
 */
@NullMarked
package khabar.topology.alert;

import org.jspecify.annotations.NullMarked;
