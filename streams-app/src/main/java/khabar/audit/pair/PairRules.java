package khabar.audit.pair;

import java.time.Duration;
import java.util.List;

/**
 * The options of the topology that decide which pairs are published.
 *
 * @param windowSizes lengths of the windows that pairs are counted in
 * @param entityCap how many entities of an article are paired
 * @param leastArticles how many articles must name both
 */
public record PairRules(List<Duration> windowSizes, int entityCap, int leastArticles) {}
