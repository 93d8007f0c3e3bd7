package khabar.topology.enrich;

import khabar.language.sketch.Sketcher;
import khabar.rules.RuleBook;
import khabar.schemas.Article;
import khabar.topology.limit.Findings;
import khabar.topology.revision.Winner;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Finds what winners say. Most were read by another thread when their turn comes ({@link ReadAhead}); the others are read
 * here.
 */
public final class EnrichWinners implements FixedKeyProcessor<String, Winner, Findings> {
    private final Enrichment enrichment;
    private final Deserializer<Article> articles;
    private FixedKeyProcessorContext<String, Findings> context;
    private ReadAhead ahead;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of FixedKeyProcessor
    private EnrichWinners(Enrichment enrichment, Deserializer<Article> articles) {
        this.enrichment = enrichment;
        this.articles = articles;
    }

    /** The stage; articles are read ahead by the given deserializer. */
    public static FixedKeyProcessorSupplier<String, Winner, Findings> stage(
            RuleBook rules, Sketcher sketcher, Deserializer<Article> articles) {
        Enrichment enrichment = new Enrichment(rules, sketcher);
        return () -> new EnrichWinners(enrichment, articles);
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Findings> processorContext) {
        context = processorContext;
        ahead = ReadAhead.of(context);
        ahead.readBy(record -> enrichment.read(articles.deserialize(record.topic(), record.headers(), record.value())));
    }

    @Override
    public void process(FixedKeyRecord<String, Winner> arrived) {
        Winner winner = arrived.value();
        Reading reading = context.recordMetadata()
                .map(at -> ahead.take(at.partition(), at.offset()))
                .orElse(null);
        context.forward(arrived.withValue(new Findings(winner.article(), enrichment.enrich(winner, reading))));
    }

    @Override
    public void close() {
        ahead.forget(context.taskId().partition());
    }
}
