package khabar.topology.pair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.schemas.state.PairedArticle;
import khabar.schemas.state.PublishedPair;
import org.jspecify.annotations.Nullable;

/** The pairs of one window, counted in memory from its articles, and what was published of them. */
final class PairWindow {
    private final Map<Pair, Together> pairs = new HashMap<>();
    private final Map<String, Together> entities = new HashMap<>();
    private final Map<Pair, PublishedPair> published = new HashMap<>();
    private final Set<Pair> changed = new LinkedHashSet<>();
    private Together all = Together.NONE;
    private int capped;
    private boolean lookedThrough;

    /** Counts an article. */
    void add(PairedArticle article) {
        count(article, 1);
    }

    /** Takes an article back. */
    void remove(PairedArticle article) {
        count(article, -1);
    }

    private void count(PairedArticle article, int sign) {
        int unique = article.getDuplicate() ? 0 : sign;
        List<String> named = article.getEntities();
        all = all.plus(sign, unique);
        capped += article.getCapped() ? sign : 0;
        for (int i = 0; i < named.size(); i++) {
            add(entities, named.get(i), sign, unique);
            for (int j = i + 1; j < named.size(); j++) {
                Pair pair = Pair.of(named.get(i), named.get(j));
                add(pairs, pair, sign, unique);
                changed.add(pair);
            }
        }
    }

    private static <K> void add(Map<K, Together> counts, K key, int articles, int unique) {
        counts.compute(key, (same, before) -> {
            Together sum = (before == null ? Together.NONE : before).plus(articles, unique);
            return sum.isNone() ? null : sum;
        });
    }

    /** Whether nobody has asked this before: what changed since the last panes is then not known. */
    boolean isNew() {
        boolean first = !lookedThrough;
        lookedThrough = true;
        return first;
    }

    /** At most so many of the pairs that changed, those that changed first; they are not handed out again. */
    List<Pair> takeChanged(int most) {
        List<Pair> taken = new ArrayList<>(Math.min(most, changed.size()));
        Iterator<Pair> next = changed.iterator();
        while (taken.size() < most && next.hasNext()) {
            taken.add(next.next());
            next.remove();
        }
        return taken;
    }

    /** Whether pairs changed that were not handed out yet. */
    boolean hasChanged() {
        return !changed.isEmpty();
    }

    /** Forgets which pairs changed. */
    void forgetChanged() {
        changed.clear();
    }

    /** What the newest pane of the pair says; null where there is none. */
    @Nullable
    PublishedPair published(Pair pair) {
        return published.get(pair);
    }

    /** Remembers what the newest pane of a pair says. */
    void publish(PublishedPair pair) {
        published.put(new Pair(pair.getEntityId(), pair.getOtherEntityId()), pair);
    }

    /** Every pair with a pane. */
    Set<Pair> publishedPairs() {
        return published.keySet();
    }

    /** Every pair that at least so many articles name. */
    Set<Pair> pairsOf(int leastArticles) {
        Set<Pair> found = new HashSet<>();
        pairs.forEach((pair, together) -> {
            if (together.articles() >= leastArticles) {
                found.add(pair);
            }
        });
        return found;
    }

    /** How many pairs there are. */
    int size() {
        return pairs.size();
    }

    /** The articles that name both. */
    Together together(Pair pair) {
        return pairs.getOrDefault(pair, Together.NONE);
    }

    /** See {@link Strength}. */
    @Nullable
    Double strength(Pair pair) {
        return Strength.of(
                together(pair).unique(),
                entities.getOrDefault(pair.one(), Together.NONE).unique(),
                entities.getOrDefault(pair.other(), Together.NONE).unique(),
                all.unique());
    }

    /** Articles that name more entities than are paired. */
    long cappedArticles() {
        return capped;
    }
}
