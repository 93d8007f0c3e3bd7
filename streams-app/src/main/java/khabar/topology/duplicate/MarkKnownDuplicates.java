package khabar.topology.duplicate;

import java.util.Set;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.state.Originals;
import khabar.schemas.state.Revision;
import khabar.topology.revision.Enriched;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Marks a winner by what was found of its article before, and keeps it, so that it can be marked anew.
 * What was found of an older text is put right as soon as the new one has met the others.
 */
public final class MarkKnownDuplicates implements FixedKeyProcessor<String, Enriched, Enriched> {
    private FixedKeyProcessorContext<String, Enriched> context;
    private KeyValueStore<ArticleKey, EnrichedArticle> articles;
    private KeyValueStore<ArticleKey, Originals> originals;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of FixedKeyProcessor
    private MarkKnownDuplicates() {}

    /** The stage, with its stores. */
    public static FixedKeyProcessorSupplier<String, Enriched, Enriched> stage(DuplicateStores stores) {
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<String, Enriched, Enriched> get() {
                return new MarkKnownDuplicates();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(stores.articles(), stores.originals());
            }
        };
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Enriched> processorContext) {
        context = processorContext;
        articles = context.getStateStore(DuplicateStores.ARTICLES);
        originals = context.getStateStore(DuplicateStores.ORIGINALS);
    }

    @Override
    public void process(FixedKeyRecord<String, Enriched> arrived) {
        Enriched enriched = arrived.value();
        Revision standing = enriched.standing();
        if (standing != null) {
            articles.delete(new ArticleKey(standing.getPublishedAt(), arrived.key()));
        }
        if (enriched.sketch() != null) {
            EnrichedArticle article = enriched.article();
            ArticleKey key = new ArticleKey(article.getPublishedAt(), arrived.key());
            MarkDuplicates.setMark(article, MarkDuplicates.earliest(originals.get(key)));
            articles.put(key, article);
        }
        context.forward(arrived);
    }
}
