package khabar.topology.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import khabar.language.sketch.Sketch;
import khabar.schemas.state.SketchedArticle;
import khabar.settings.Settings;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BandIndexTest {
    private static final ByBand OWNERS = new ByBand(DuplicateOptions.from(Settings.defaults()), 1);
    private static final int BANDS = OWNERS.options().likeness().bands();
    private static final ArticleKey FIRST = key("first");
    private static final ArticleKey SECOND = key("second");

    private final Random random = new Random(52);

    @TempDir
    private Path folder;

    private MockProcessorContext<Void, Void> context;
    private KeyValueStore<ArticleKey, SketchedArticle> sketches;
    private KeyValueStore<BandKey, byte[]> entries;
    private KeyValueStore<String, Long> sums;

    @BeforeEach
    void openStores() {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        sketches = store(DuplicateStores.sketches());
        entries = store(BandIndex.entriesIn("entries"));
        sums = store(BandIndex.sumIn("sums").withCachingDisabled());
    }

    @Test
    void aLostIndexIsMadeAnewFromTheSketches() {
        BandIndex index = opened();
        add(index, FIRST);
        add(index, SECOND);
        List<BandKey> before = keys();
        assertThat(before).hasSize(2 * BANDS);

        before.forEach(entries::delete);
        opened();

        assertThat(keys()).isEqualTo(before);
    }

    @Test
    void whatAnotherInstanceTookAwayMeanwhileIsNotFoundInAnIndexThatWasLeftBehind() {
        BandIndex index = opened();
        add(index, FIRST);
        Sketch second = add(index, SECOND);
        index.close();
        KeyValueStore<BandKey, byte[]> leftBehind = entries;

        entries = store(BandIndex.entriesIn("entries of another instance"));
        BandIndex other = opened();
        sketches.delete(SECOND);
        other.remove(SECOND, second);
        other.close();
        entries = leftBehind;
        opened();

        assertThat(keys()).hasSize(BANDS).extracting(BandKey::article).containsOnly(FIRST);
    }

    @Test
    void anIndexWhoseOwnerDiedIsMadeAnew() {
        BandIndex index = opened();
        add(index, FIRST);
        index.close();
        List<BandKey> before = keys();
        Long committed = sums.get("sketches");

        Sketch second = sketch();
        opened().add(SECOND, second);
        sums.put("sketches", committed);
        opened();

        assertThat(keys()).hasSize(BANDS).isSubsetOf(before);
    }

    @Test
    void aSealedIndexIsTakenAsItIs() {
        BandIndex index = opened();
        add(index, FIRST);
        index.close();
        BandKey mark = new BandKey(ByteBuffer.wrap(new byte[] {0, 0}), SECOND);
        entries.put(mark, new byte[0]);

        opened();

        assertThat(keys()).contains(mark).hasSize(BANDS + 1);
    }

    private BandIndex opened() {
        BandIndex index = new BandIndex(OWNERS, 0, entries, sums);
        index.open(sketches);
        return index;
    }

    private Sketch add(BandIndex index, ArticleKey key) {
        Sketch sketch = sketch();
        sketches.put(key, new SketchedArticle(0, ByteBuffer.wrap(sketch.components()), null));
        index.add(key, sketch);
        return sketch;
    }

    private Sketch sketch() {
        byte[] components = new byte[Sketch.COMPONENTS];
        random.nextBytes(components);
        return new Sketch(components);
    }

    private List<BandKey> keys() {
        List<BandKey> keys = new ArrayList<>();
        try (KeyValueIterator<BandKey, byte[]> all = entries.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    private <S extends StateStore> S store(StoreBuilder<S> builder) {
        S store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }

    private static ArticleKey key(String uri) {
        return new ArticleKey(Instant.parse("2026-01-05T10:00:00Z"), uri);
    }
}
