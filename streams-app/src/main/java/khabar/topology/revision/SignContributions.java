package khabar.topology.revision;

import java.util.List;
import java.util.Set;
import khabar.schemas.state.Contributions;
import khabar.schemas.state.Revision;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Lets an enriched article stand in place of the revision before it: takes back what that one said, adds
 * what it says, and remembers it. Nothing is remembered of a revision whose enrichment failed, so
 * that it can be sent again.
 */
public final class SignContributions implements Processor<String, Enriched, String, Contributions> {
    private final int partitions;
    private ProcessorContext<String, Contributions> context;
    private KeyValueStore<String, Revision> revisions;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private SignContributions(int partitions) {
        this.partitions = partitions;
    }

    /**
     * The stage, with the store of winning revisions.
     *
     * @param partitions how many partitions the counts have
     * @param revisions the store
     */
    public static ProcessorSupplier<String, Enriched, String, Contributions> stage(
            int partitions, StoreBuilder<KeyValueStore<String, Revision>> revisions) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Enriched, String, Contributions> get() {
                return new SignContributions(partitions);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(revisions);
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Contributions> processorContext) {
        context = processorContext;
        revisions = context.getStateStore(Revisions.STORE);
    }

    @Override
    public void process(Record<String, Enriched> arrived) {
        Enriched enriched = arrived.value();
        Revision revision = Revisions.of(enriched.article(), enriched.rank());
        if (enriched.rank() != null) {
            revisions.put(arrived.key(), revision);
        }
        List<SignedContribution> changes = Difference.between(enriched.standing(), revision);
        Headers headers = Batches.headers(arrived.headers());
        for (Contributions batch : Batches.of(changes, partitions)) {
            context.forward(arrived.withValue(batch).withHeaders(headers));
        }
    }
}
