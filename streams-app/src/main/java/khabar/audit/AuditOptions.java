package khabar.audit;

import java.time.Duration;
import java.util.List;
import khabar.audit.duplicate.DuplicateRules;
import khabar.audit.pair.PairRules;
import khabar.audit.trend.TrendRules;

/**
 * The options of the topology that decide what it should have published.
 *
 * @param windowSizes lengths of the tumbling windows
 * @param horizon how far back in event time corrections are taken
 * @param futureSkew how far ahead of its arrival an article may be dated
 * @param maxArticleBytes the most UTF-8 bytes that headline, lead and body may have together
 * @param limits what one article may have besides its text
 * @param topEntities the most rows of top entities
 * @param duplicates when an article repeats another
 * @param trends what makes a trend
 * @param pairs which pairs are published
 */
public record AuditOptions(
        List<Duration> windowSizes,
        Duration horizon,
        Duration futureSkew,
        int maxArticleBytes,
        ArticleLimits limits,
        int topEntities,
        DuplicateRules duplicates,
        TrendRules trends,
        PairRules pairs) {}
