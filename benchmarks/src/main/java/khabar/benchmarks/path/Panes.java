package khabar.benchmarks.path;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import khabar.query.live.Output;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.topics.WindowKey;

/**
 * What a reader of committed records saw, and when. An article is out when every entity that it names
 * has a pane which counts it: the first pane of the entity that counts at least as many articles as
 * were sent until then with that entity in them.
 */
final class Panes {
    private static final String PREFIX = "urn:benchmark:";

    private final Duration size;
    private final Map<String, TreeMap<Long, Long>> seen = new HashMap<>();
    private final Map<Integer, List<String>> named = new HashMap<>();
    private volatile long enriched;
    private volatile long lastAt;
    private volatile long panes;
    private volatile long counted;

    /** Follows the windows of one size. */
    Panes(Duration size) {
        this.size = size;
    }

    /** Takes in what was read; from one thread. */
    void accept(Output output) {
        long now = System.nanoTime();
        if (output.value() instanceof EntityCount count) {
            panes++;
            lastAt = now;
            if (Duration.between(count.getWindowStart(), count.getWindowEnd()).equals(size)) {
                TreeMap<Long, Long> ofKey = seen.computeIfAbsent(output.key(), key -> new TreeMap<>());
                long before = ofKey.isEmpty() ? 0 : ofKey.lastKey();
                if (count.getArticles() > before) {
                    ofKey.put(count.getArticles(), now);
                    counted += count.getArticles() - before;
                }
            }
        } else if (output.value() instanceof EnrichedArticle article) {
            int number = Integer.parseInt(article.getUri().substring(PREFIX.length()));
            named.put(
                    number,
                    article.getEntities().stream()
                            .map(entity -> WindowKey.containing(article.getPublishedAt(), size, entity.getEntityId())
                                    .text())
                            .toList());
            // An article that is marked later is published again, and is not another one.
            enriched = named.size();
        }
    }

    /** Articles that were enriched. */
    long enriched() {
        return enriched;
    }

    /** Panes of entities, of all window sizes. */
    long panes() {
        return panes;
    }

    /** How often an entity of an article has been counted in the windows that are followed. */
    long counted() {
        return counted;
    }

    /** How often an entity of an article must be counted, once all articles are enriched. */
    long toCount() {
        return named.values().stream().mapToLong(List::size).sum();
    }

    /** When the last pane was read. */
    long lastAt() {
        return lastAt;
    }

    /** From sending to the last first pane, in milliseconds, of every article from the given number on that names something; in their order. */
    double[] latencies(long[] sent, int from) {
        Map<String, Long> counts = new HashMap<>();
        List<Double> latencies = new ArrayList<>();
        for (int number = 0; number < sent.length; number++) {
            long last = 0;
            for (String key : named.getOrDefault(number, List.of())) {
                long articles = counts.merge(key, 1L, Long::sum);
                TreeMap<Long, Long> ofKey = Objects.requireNonNull(seen.get(key), key);
                last = Math.max(last, ofKey.ceilingEntry(articles).getValue());
            }
            if (last > 0 && number >= from) {
                latencies.add((last - sent[number]) / 1e6);
            }
        }
        return latencies.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
