package khabar.topology.duplicate;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import khabar.language.sketch.Sketch;
import khabar.schemas.state.Original;
import khabar.schemas.state.OriginalFound;
import khabar.schemas.state.SketchChange;
import khabar.schemas.state.SketchedArticle;
import khabar.topology.CommitTimes;
import khabar.topology.count.FeedTimes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sketches of the articles that share bands owned here, and tells of every article which is the
 * earliest that it repeats, whenever that changes: when it comes, when an earlier one comes late, and
 * when its original changes or goes. What is told depends on the sketches that stand, not on their order.
 */
public final class MeetByBand implements Processor<String, SketchChange, String, OriginalFound> {
    private final ByBand owners;
    private final Duration horizon;
    private ProcessorContext<String, OriginalFound> context;
    private Bands bands;
    private FeedTimes feedTimes;
    /** What was told before of the articles that the present change touches. */
    private final Map<ArticleKey, Told> touched = new LinkedHashMap<>();

    private record Told(int partition, @Nullable Original original) {}

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private MeetByBand(ByBand owners, Duration horizon) {
        this.owners = owners;
        this.horizon = horizon;
    }

    /** The stage, with its stores. */
    static ProcessorSupplier<String, SketchChange, String, OriginalFound> stage(ByBand owners, Duration horizon) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, SketchChange, String, OriginalFound> get() {
                return new MeetByBand(owners, horizon);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(
                        DuplicateStores.sketches(),
                        BandIndex.entriesIn(DuplicateStores.BANDS),
                        BandIndex.sumIn(DuplicateStores.SKETCH_SUM),
                        DuplicateStores.bandClock());
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, OriginalFound> processorContext) {
        context = processorContext;
        BandIndex index = new BandIndex(
                owners,
                context.taskId().partition(),
                context.getStateStore(DuplicateStores.BANDS),
                context.getStateStore(DuplicateStores.SKETCH_SUM));
        bands = new Bands(owners.options(), context.getStateStore(DuplicateStores.SKETCHES), index);
        feedTimes = new FeedTimes(context.getStateStore(DuplicateStores.BAND_CLOCK), owners.partitions());
        CommitTimes.keep(context);
    }

    @Override
    public void process(Record<String, SketchChange> arrived) {
        SketchChange change = arrived.value();
        if (change.getFeedTime() != null) {
            if (feedTimes.advance(change.getPartition(), change.getFeedTime())) {
                forget(arrived, feedTimes.least().minus(horizon));
            }
            return;
        }
        touched.clear();
        if (change.getWas() != null) {
            remove(new ArticleKey(change.getWas(), arrived.key()));
        }
        if (change.getSketch() != null) {
            add(
                    new ArticleKey(change.getPublishedAt(), arrived.key()),
                    new SketchedArticle(change.getPartition(), change.getSketch(), null));
        }
        touched.forEach((key, before) -> tell(arrived, key, before));
    }

    @Override
    public void close() {
        bands.close();
    }

    private void remove(ArticleKey key) {
        SketchedArticle removed = bands.get(key);
        if (removed == null) {
            return;
        }
        touch(key, removed);
        Sketch sketch = Bands.sketch(removed);
        bands.remove(key, sketch);
        for (ArticleKey later : bands.later(key, sketch)) {
            SketchedArticle repeating = Objects.requireNonNull(bands.get(later));
            Original original = repeating.getOriginal();
            if (original != null && ArticleKey.of(original).equals(key)) {
                touch(later, repeating);
                repeating.setOriginal(bands.earliest(later, Bands.sketch(repeating)));
                bands.put(later, repeating);
            }
        }
    }

    private void add(ArticleKey key, SketchedArticle added) {
        touch(key, added);
        Sketch sketch = Bands.sketch(added);
        Set<ArticleKey> after = new TreeSet<>();
        added.setOriginal(bands.meet(key, sketch, after));
        bands.put(key, added);
        bands.add(key, sketch);
        for (ArticleKey later : after) {
            SketchedArticle repeating = Objects.requireNonNull(bands.get(later));
            Original original = repeating.getOriginal();
            boolean earlier = original == null || key.compareTo(ArticleKey.of(original)) < 0;
            Sketch other = Bands.sketch(repeating);
            if (earlier && owners.options().likeness().isSimilar(sketch, other)) {
                touch(later, repeating);
                repeating.setOriginal(bands.original(key, other));
                bands.put(later, repeating);
            }
        }
    }

    private void touch(ArticleKey key, SketchedArticle before) {
        touched.putIfAbsent(key, new Told(before.getPartition(), before.getOriginal()));
    }

    private void tell(Record<String, SketchChange> cause, ArticleKey key, Told before) {
        SketchedArticle article = bands.get(key);
        Original now = article == null ? null : article.getOriginal();
        if (!Objects.equals(before.original(), now)) {
            OriginalFound found = found().setPartition(before.partition())
                    .setPublishedAt(key.publishedAt())
                    .setOriginal(now)
                    .build();
            context.forward(cause.withKey(key.uri()).withValue(found));
        }
    }

    /** An article within the horizon may repeat one that is older by a window. */
    private void forget(Record<String, SketchChange> cause, Instant finalBefore) {
        bands.forgetBefore(finalBefore.minus(owners.options().window()));
        context.forward(cause.withValue(found().setFinalBefore(finalBefore).build()));
    }

    private OriginalFound.Builder found() {
        return OriginalFound.newBuilder().setFinder(context.taskId().partition());
    }
}
