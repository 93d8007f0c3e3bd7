package khabar.topology.pair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import khabar.schemas.state.PairedArticle;
import khabar.schemas.state.PublishedPair;
import khabar.topics.WindowKey;
import khabar.topology.count.StoredWindows;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The articles and published pairs of all windows in stores, and the pairs of the windows that were asked for last in
 * memory: an article is one small record, while its pairs are dozens. What is not in memory is counted
 * again when it is asked for.
 */
final class PairWindows {
    /** So many windows stay in memory however large they are: each size has one that is open, and some are late. */
    private static final int WINDOWS = 8;
    /** Beyond that, windows stay while all of them together have no more pairs than this. */
    private static final int PAIRS = 200_000;

    private final KeyValueStore<WindowKey, PairedArticle> articles;
    private final KeyValueStore<WindowKey, PublishedPair> published;
    private final Map<WindowKey, PairWindow> windows = new LinkedHashMap<>(WINDOWS, 0.75f, true);

    PairWindows(KeyValueStore<WindowKey, PairedArticle> articles, KeyValueStore<WindowKey, PublishedPair> published) {
        this.articles = articles;
        this.published = published;
    }

    /** Lets what an article says now stand in place of what it said before. */
    void put(WindowKey window, PairedArticle article) {
        PairWindow counted = of(window);
        WindowKey key = new WindowKey(window.start(), window.size(), article.getArticle());
        PairedArticle before = articles.get(key);
        if (before != null) {
            counted.remove(before);
        }
        if (article.getEntities().isEmpty()) {
            articles.delete(key);
        } else {
            counted.add(article);
            articles.put(key, article);
        }
    }

    /** The pairs of the window. */
    PairWindow of(WindowKey window) {
        PairWindow known = windows.get(window);
        if (known != null) {
            return known;
        }
        makeRoom();
        PairWindow counted = new PairWindow();
        try (KeyValueIterator<WindowKey, PairedArticle> all = articles.range(window, window.next())) {
            all.forEachRemaining(entry -> counted.add(entry.value));
        }
        try (KeyValueIterator<WindowKey, PublishedPair> said = published.range(window, window.next())) {
            said.forEachRemaining(entry -> counted.publish(entry.value));
        }
        windows.put(window, counted);
        return counted;
    }

    /** Remembers what the newest pane of a pair says. */
    void publish(WindowKey key, PublishedPair pair) {
        of(key.window()).publish(pair);
        published.put(key, pair);
    }

    /** Forgets the window. */
    void forget(WindowKey window) {
        windows.remove(window);
        forget(window, articles);
        forget(window, published);
    }

    private static <V> void forget(WindowKey window, KeyValueStore<WindowKey, V> store) {
        List<WindowKey> gone = new ArrayList<>();
        try (KeyValueIterator<WindowKey, V> all = store.range(window, window.next())) {
            all.forEachRemaining(entry -> gone.add(entry.key));
        }
        gone.forEach(store::delete);
    }

    /** The windows of one size with articles or panes, from one window on and before another, in their order. */
    Set<WindowKey> between(WindowKey from, WindowKey before) {
        Set<WindowKey> found = new TreeSet<>(Comparator.comparing(WindowKey::start));
        found.addAll(StoredWindows.between(articles, from, before));
        found.addAll(StoredWindows.between(published, from, before));
        return found;
    }

    private void makeRoom() {
        int pairs = windows.values().stream().mapToInt(PairWindow::size).sum();
        List<WindowKey> eldestFirst = new ArrayList<>(windows.keySet());
        for (WindowKey eldest : eldestFirst) {
            if (windows.size() < WINDOWS || pairs <= PAIRS) {
                return;
            }
            PairWindow gone = windows.remove(eldest);
            pairs -= gone == null ? 0 : gone.size();
        }
    }
}
