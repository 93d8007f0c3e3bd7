package khabar.audit.pair;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import khabar.audit.Mismatch;
import khabar.schemas.EntityPairCount;
import khabar.schemas.PaneTiming;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.jspecify.annotations.Nullable;

/** Counts pairs from the articles that stand, window by window, and compares them with news.entity-pairs. */
public final class PairRecount {
    private static final double ROUNDING = 0.0011;

    /** What one article says: the entities that are paired, and whether it repeats another. */
    private record Told(List<String> entities, boolean unique) {}

    private final PairRules rules;
    private final Map<WindowKey, List<Told>> windows = new TreeMap<>(Comparator.comparing(WindowKey::text));

    /** A recount by the given options. */
    public PairRecount(PairRules rules) {
        this.rules = rules;
    }

    /** Takes in an article that stands. */
    public void add(Instant publishedAt, Map<String, Long> mentions, boolean unique) {
        List<String> paired = mentions.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(rules.entityCap())
                .sorted()
                .toList();
        if (!paired.isEmpty()) {
            for (Duration size : rules.windowSizes()) {
                windows.computeIfAbsent(WindowKey.containing(publishedAt, size, ""), window -> new ArrayList<>())
                        .add(new Told(paired, unique));
            }
        }
    }

    /**
     * Every key that differs from the newest values that were published. Whether a pair with fewer articles
     * than are wanted was ever published depends on their order; where it was, it must be right.
     */
    public List<Mismatch> mismatches(Map<String, EntityPairCount> published) {
        Map<String, Pair> expected = new TreeMap<>();
        windows.forEach((window, told) -> expected.putAll(pairs(window, told)));
        TreeSet<String> keys = new TreeSet<>(published.keySet());
        expected.forEach((key, pair) -> {
            if (pair.articles >= rules.leastArticles()) {
                keys.add(key);
            }
        });
        List<Mismatch> mismatches = new ArrayList<>();
        for (String key : keys) {
            EntityPairCount is = published.get(key);
            Pair should = expected.getOrDefault(key, Pair.NONE);
            if (is == null || !should.isSaidBy(is)) {
                mismatches.add(new Mismatch(
                        Topics.ENTITY_PAIRS.name(), key, should.toString(), is == null ? Mismatch.NOTHING : text(is)));
            }
        }
        return mismatches;
    }

    private Map<String, Pair> pairs(WindowKey window, List<Told> told) {
        Map<String, Pair> pairs = new TreeMap<>();
        Map<String, Long> named = new TreeMap<>();
        long all = 0;
        for (Told one : told) {
            long unique = one.unique ? 1 : 0;
            all += unique;
            for (String id : one.entities) {
                named.merge(id, unique, Long::sum);
                for (String other : one.entities.subList(one.entities.indexOf(id) + 1, one.entities.size())) {
                    pairs.merge(id + "+" + other, new Pair(id, other, 1, unique, null), Pair::plus);
                }
            }
        }
        Map<String, Pair> byKey = new TreeMap<>();
        for (Map.Entry<String, Pair> entry : pairs.entrySet()) {
            String key = new WindowKey(window.start(), window.size(), entry.getKey()).text();
            byKey.put(key, entry.getValue().withStrength(named, all));
        }
        return byKey;
    }

    private static String text(EntityPairCount value) {
        return value.getArticles() + " (" + value.getUniqueArticles() + ") " + value.getStrength();
    }

    private record Pair(
            String id,
            String other,
            long articles,
            long unique,
            @Nullable Double strength) {
        static final Pair NONE = new Pair("", "", 0, 0, null);

        Pair plus(Pair more) {
            return new Pair(id, other, articles + more.articles, unique + more.unique, null);
        }

        /** Normalized pointwise mutual information (Bouma 2009), in probabilities. */
        Pair withStrength(Map<String, Long> named, long all) {
            if (unique == 0 || unique == all) {
                return this;
            }
            double together = (double) unique / all;
            double one = (double) named.getOrDefault(id, 0L) / all;
            double two = (double) named.getOrDefault(other, 0L) / all;
            return new Pair(id, other, articles, unique, Math.log(together / one / two) / -Math.log(together));
        }

        /** The strength is final only where the window is closed. */
        boolean isSaidBy(EntityPairCount value) {
            boolean counts = value.getArticles() == articles && value.getUniqueArticles() == unique;
            return counts && (value.getPane().getTiming() == PaneTiming.EARLY || isNear(value.getStrength()));
        }

        private boolean isNear(@Nullable Double said) {
            return strength == null || said == null
                    ? strength == null && said == null
                    : Math.abs(strength - said) < ROUNDING;
        }

        @Override
        public String toString() {
            return articles + " (" + unique + ") " + strength;
        }
    }
}
