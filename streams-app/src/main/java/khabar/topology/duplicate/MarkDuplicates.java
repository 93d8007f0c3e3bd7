package khabar.topology.duplicate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.state.FeedClock;
import khabar.schemas.state.Original;
import khabar.schemas.state.OriginalFound;
import khabar.schemas.state.Originals;
import khabar.schemas.state.Revision;
import khabar.topology.count.FeedTimes;
import khabar.topology.revision.Enriched;
import khabar.topology.revision.Enriched.Cause;
import khabar.topology.revision.Rank;
import khabar.topology.revision.Revisions;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what the partitions of the bands found. Of all originals of an article the earliest counts;
 * when that changes, the article goes out again with its new mark, in place of itself with the old one.
 * Behind the marks it tells what is final: no mark can change it any more. Until then it is remembered,
 * here and wherever it is counted. Runs in the task that owns the article.
 */
public final class MarkDuplicates implements Processor<String, OriginalFound, String, MarkDuplicates.Outcome> {
    /** What comes out. */
    sealed interface Outcome {
        /** An article whose mark has changed. */
        record Marked(Enriched article) implements Outcome {}

        /** What of this partition of the feed is final. */
        record Final(FeedClock clock) implements Outcome {}
    }

    /** Going through all revisions is worth it this often in a horizon, not at every news of the clock. */
    private static final int SWEEPS_PER_HORIZON = 10;

    private final int finders;
    private final Duration step;
    private ProcessorContext<String, Outcome> context;
    private KeyValueStore<ArticleKey, EnrichedArticle> articles;
    private KeyValueStore<ArticleKey, Originals> originals;
    private KeyValueStore<String, Revision> revisions;
    private FeedTimes finalBefore;
    private Instant swept = Instant.MIN;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private MarkDuplicates(int finders, Duration horizon) {
        this.finders = finders;
        this.step = horizon.dividedBy(SWEEPS_PER_HORIZON);
    }

    /** The stage, with its stores, for as many partitions of the bands and a correction horizon. */
    static ProcessorSupplier<String, OriginalFound, String, Outcome> stage(
            int finders,
            Duration horizon,
            DuplicateStores stores,
            StoreBuilder<KeyValueStore<String, Revision>> revisions) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, OriginalFound, String, Outcome> get() {
                return new MarkDuplicates(finders, horizon);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(stores.articles(), stores.originals(), revisions);
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Outcome> processorContext) {
        context = processorContext;
        articles = context.getStateStore(DuplicateStores.ARTICLES);
        originals = context.getStateStore(DuplicateStores.ORIGINALS);
        revisions = context.getStateStore(Revisions.STORE);
        finalBefore = new FeedTimes(null, finders);
    }

    @Override
    public void process(Record<String, OriginalFound> arrived) {
        OriginalFound found = arrived.value();
        if (found.getFinalBefore() != null) {
            if (finalBefore.advance(found.getFinder(), found.getFinalBefore())) {
                forget(arrived, finalBefore.least());
            }
            return;
        }
        ArticleKey key = new ArticleKey(found.getPublishedAt(), arrived.key());
        Originals stored = originals.get(key);
        Original before = earliest(stored);
        Original original = earliest(remember(key, stored, found));
        if (Objects.equals(before, original)) {
            // A kept article has the mark of what was found before, so it need not be read.
            return;
        }
        EnrichedArticle article = articles.get(key);
        if (article != null && !isMarked(article, original)) {
            mark(arrived, article, original);
        }
    }

    private Originals remember(ArticleKey key, @Nullable Originals stored, OriginalFound found) {
        Originals known = stored == null ? new Originals(new HashMap<>()) : stored;
        String finder = Integer.toString(found.getFinder());
        if (found.getOriginal() == null) {
            known.getByFinder().remove(finder);
        } else {
            known.getByFinder().put(finder, found.getOriginal());
        }
        originals.put(key, known.getByFinder().isEmpty() ? null : known);
        return known;
    }

    private void mark(Record<String, OriginalFound> record, EnrichedArticle article, @Nullable Original original) {
        Revision before = Revisions.of(article, null);
        setMark(article, original);
        articles.put(new ArticleKey(article.getPublishedAt(), article.getUri()), article);
        Revision standing = revisions.get(article.getUri());
        // A revision that has left the horizon still counts, but has perhaps a successor.
        boolean stands = standing != null && standing.getPublishedAt().equals(article.getPublishedAt());
        Enriched again = stands
                ? new Enriched(article, Rank.of(standing), before, null, Cause.MARK)
                : new Enriched(article, null, before, null, Cause.MARK_OF_PREDECESSOR);
        context.forward(record.withValue(new Outcome.Marked(again)));
    }

    private void forget(Record<String, OriginalFound> record, Instant time) {
        forgetBefore(articles, time);
        forgetBefore(originals, time);
        if (time.minus(step).isAfter(swept)) {
            Revisions.forgetBefore(revisions, time);
            swept = time;
        }
        FeedClock clock = new FeedClock(context.taskId().partition(), null, false, time);
        context.forward(record.withValue(new Outcome.Final(clock)));
    }

    private static <V> void forgetBefore(KeyValueStore<ArticleKey, V> store, Instant time) {
        List<ArticleKey> old = new ArrayList<>();
        try (KeyValueIterator<ArticleKey, V> range =
                store.range(ArticleKey.from(Instant.ofEpochMilli(Long.MIN_VALUE)), ArticleKey.from(time))) {
            range.forEachRemaining(entry -> old.add(entry.key));
        }
        old.forEach(store::delete);
    }

    /** The earliest of all originals that were found; null where there is none. */
    static @Nullable Original earliest(@Nullable Originals found) {
        return found == null
                ? null
                : found.getByFinder().values().stream()
                        .min(Comparator.comparing(ArticleKey::of))
                        .orElse(null);
    }

    /** Whether the article is marked as a repetition of the original, or not at all where there is none. */
    static boolean isMarked(EnrichedArticle article, @Nullable Original original) {
        return original == null
                ? article.getDuplicateOf() == null
                : original.getUri().equals(article.getDuplicateOf())
                        && Objects.equals(original.getSimilarity(), article.getDuplicateSimilarity());
    }

    /** Marks the article, or takes its mark away. */
    static void setMark(EnrichedArticle article, @Nullable Original original) {
        article.setDuplicateOf(original == null ? null : original.getUri());
        article.setDuplicateSimilarity(original == null ? null : original.getSimilarity());
    }
}
