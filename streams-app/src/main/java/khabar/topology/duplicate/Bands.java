package khabar.topology.duplicate;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import khabar.language.sketch.Sketch;
import khabar.schemas.state.Original;
import khabar.schemas.state.SketchedArticle;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Sketched articles by the bands that one partition owns, within the window of event time. */
final class Bands {
    private final DuplicateOptions options;
    private final KeyValueStore<ArticleKey, SketchedArticle> sketches;
    private final BandIndex index;

    Bands(DuplicateOptions options, KeyValueStore<ArticleKey, SketchedArticle> sketches, BandIndex index) {
        this.options = options;
        this.sketches = sketches;
        this.index = index;
        index.open(sketches);
    }

    static Sketch sketch(SketchedArticle article) {
        ByteBuffer bytes = article.getSketch().duplicate();
        byte[] components = new byte[bytes.remaining()];
        bytes.get(components);
        return new Sketch(components);
    }

    @Nullable
    SketchedArticle get(ArticleKey key) {
        return sketches.get(key);
    }

    /** Adds an article, or remembers what else is known of it. */
    void put(ArticleKey key, SketchedArticle article) {
        sketches.put(key, article);
    }

    /** Lets an article be found by its bands. */
    void add(ArticleKey key, Sketch sketch) {
        index.add(key, sketch);
    }

    void remove(ArticleKey key, Sketch sketch) {
        sketches.delete(key);
        index.remove(key, sketch);
    }

    /** Forgets all articles before the given time. */
    void forgetBefore(Instant time) {
        List<ArticleKey> old = new ArrayList<>();
        try (KeyValueIterator<ArticleKey, SketchedArticle> range =
                sketches.range(ArticleKey.from(Instant.ofEpochMilli(Long.MIN_VALUE)), ArticleKey.from(time))) {
            range.forEachRemaining(entry -> old.add(entry.key));
        }
        for (ArticleKey key : old) {
            remove(key, sketch(sketches.get(key)));
        }
    }

    /** Articles of other uris that share a band with the given one and come after it within the window. */
    TreeSet<ArticleKey> later(ArticleKey key, Sketch sketch) {
        TreeSet<ArticleKey> found = new TreeSet<>();
        for (ByteBuffer band : index.owned(sketch)) {
            addLater(found, band, key);
        }
        return found;
    }

    private void addLater(Set<ArticleKey> found, ByteBuffer band, ArticleKey key) {
        try (KeyValueIterator<BandKey, byte[]> range = index.range(new BandKey(band, key), end(band, key))) {
            addAll(found, next(range), range, key);
        }
    }

    /** Adds an article and all that follow it, but for the given one with another event time. */
    private static void addAll(
            Set<ArticleKey> found,
            @Nullable ArticleKey first,
            KeyValueIterator<BandKey, byte[]> following,
            ArticleKey key) {
        for (ArticleKey other = first; other != null; other = next(following)) {
            if (!other.hasUriOf(key)) {
                found.add(other);
            }
        }
    }

    private static @Nullable ArticleKey next(KeyValueIterator<BandKey, byte[]> range) {
        return range.hasNext() ? range.next().key.article() : null;
    }

    /** The earliest article before the given one that it repeats; null where there is none. */
    @Nullable
    Original earliest(ArticleKey key, Sketch sketch) {
        return meet(key, sketch, new TreeSet<>());
    }

    /**
     * The earliest article before the given one that it repeats; null where there is none. Adds those that
     * share a band and come after it: where nothing is repeated, one look at each band tells both.
     */
    @Nullable
    Original meet(ArticleKey key, Sketch sketch, Set<ArticleKey> later) {
        ArticleKey best = key;
        Set<ArticleKey> others = new HashSet<>();
        for (ByteBuffer band : index.owned(sketch)) {
            ArticleKey found = best;
            BandKey start = new BandKey(band, ArticleKey.from(key.publishedAt().minus(options.window())));
            try (KeyValueIterator<BandKey, byte[]> range = index.range(start, end(band, key))) {
                ArticleKey other = next(range);
                while (found == best && other != null && other.compareTo(best) < 0) {
                    // It may share several bands: one look tells what it is.
                    found = others.add(other) && isOriginal(other, key, sketch) ? other : best;
                    other = next(range);
                }
                if (found == key) {
                    addAll(later, other, range, key);
                }
            }
            if (found != key) {
                // What lies between the two is nobody's concern, and may be much.
                addLater(later, band, key);
            }
            best = found;
        }
        return best == key ? null : original(best, sketch);
    }

    private BandKey end(ByteBuffer band, ArticleKey key) {
        return new BandKey(
                band, ArticleKey.from(key.publishedAt().plus(options.window()).plusMillis(1)));
    }

    /** The given article as the original of one with the given sketch. */
    Original original(ArticleKey key, Sketch sketch) {
        return new Original(
                key.uri(), key.publishedAt(), sketch(sketches.get(key)).similarity(sketch));
    }

    private boolean isOriginal(ArticleKey other, ArticleKey key, Sketch sketch) {
        return !other.hasUriOf(key) && options.likeness().isSimilar(sketch, sketch(sketches.get(other)));
    }

    /** Nothing is added or removed after this. */
    void close() {
        index.close();
    }
}
