package khabar.topology.duplicate;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import khabar.language.sketch.Sketch;
import khabar.schemas.state.Original;
import khabar.schemas.state.SketchedArticle;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Sketched articles by the bands that one partition owns, within the window of event time. */
final class Bands {
    private static final byte[] NOTHING = {};

    private final DuplicateOptions options;
    private final ByBand owners;
    private final int partition;
    private final KeyValueStore<ArticleKey, SketchedArticle> sketches;
    private final KeyValueStore<BandKey, byte[]> byBand;

    Bands(
            ByBand owners,
            int partition,
            KeyValueStore<ArticleKey, SketchedArticle> sketches,
            KeyValueStore<BandKey, byte[]> byBand) {
        this.options = owners.options();
        this.owners = owners;
        this.partition = partition;
        this.sketches = sketches;
        this.byBand = byBand;
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
        for (ByteBuffer band : owned(sketch)) {
            byBand.put(new BandKey(band, key), NOTHING);
        }
    }

    void remove(ArticleKey key, Sketch sketch) {
        sketches.delete(key);
        for (ByteBuffer band : owned(sketch)) {
            byBand.delete(new BandKey(band, key));
        }
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
        ArticleKey end =
                ArticleKey.from(key.publishedAt().plus(options.window()).plusMillis(1));
        for (ByteBuffer band : owned(sketch)) {
            try (KeyValueIterator<BandKey, byte[]> range =
                    byBand.range(new BandKey(band, key), new BandKey(band, end))) {
                while (range.hasNext()) {
                    ArticleKey other = range.next().key.article();
                    if (!other.uri().equals(key.uri())) {
                        found.add(other);
                    }
                }
            }
        }
        return found;
    }

    /** The earliest article before the given one that it repeats; null where there is none. */
    @Nullable
    Original earliest(ArticleKey key, Sketch sketch) {
        ArticleKey best = key;
        Original original = null;
        ArticleKey start = ArticleKey.from(key.publishedAt().minus(options.window()));
        for (ByteBuffer band : owned(sketch)) {
            try (KeyValueIterator<BandKey, byte[]> range =
                    byBand.range(new BandKey(band, start), new BandKey(band, best))) {
                boolean searching = true;
                while (searching && range.hasNext()) {
                    ArticleKey other = range.next().key.article();
                    searching = other.compareTo(best) < 0;
                    if (searching && isOriginal(other, key, sketch)) {
                        best = other;
                        original = original(other, sketch);
                        searching = false;
                    }
                }
            }
        }
        return original;
    }

    /** The given article as the original of one with the given sketch. */
    Original original(ArticleKey key, Sketch sketch) {
        return new Original(
                key.uri(), key.publishedAt(), sketch(sketches.get(key)).similarity(sketch));
    }

    private boolean isOriginal(ArticleKey other, ArticleKey key, Sketch sketch) {
        return !other.uri().equals(key.uri()) && options.likeness().isSimilar(sketch, sketch(sketches.get(other)));
    }

    private List<ByteBuffer> owned(Sketch sketch) {
        List<ByteBuffer> owned = new ArrayList<>();
        for (ByteBuffer band : owners.bands(sketch)) {
            if (owners.owner(band) == partition) {
                owned.add(band);
            }
        }
        return owned;
    }
}
