package khabar.audit.trend;

/**
 * The options of the topology that decide what trends.
 *
 * @param halfLife after how many windows what was counted in one weighs half
 * @param beta what is added to the expected value
 * @param enterArticles the fewest articles of a window that begins a trend
 * @param enterSources the fewest sources of these articles
 * @param enterScore the least score that begins a trend
 * @param leaveScore a score below this ends it
 */
public record TrendRules(
        double halfLife, double beta, int enterArticles, int enterSources, double enterScore, double leaveScore) {}
