package khabar.topology.revision;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import khabar.schemas.state.Revision;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Lets an enriched article stand in place of the revision before it: takes back what that one said, adds
 * what it says, and remembers it. Nothing is remembered of a revision whose enrichment failed, so
 * that it can be sent again. Revisions that have left the horizon are forgotten.
 */
public final class SignContributions implements Processor<String, Enriched, String, SignedContribution> {
    /** Forgetting reads the whole store, so it happens this often in a horizon, not at every article. */
    private static final int SWEEPS_PER_HORIZON = 10;

    private final Duration horizon;
    private ProcessorContext<String, SignedContribution> context;
    private KeyValueStore<String, Revision> revisions;
    private @Nullable Instant newest;
    private @Nullable Instant lastSweep;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private SignContributions(Duration horizon) {
        this.horizon = horizon;
    }

    /** The stage, with the store of winning revisions. */
    public static ProcessorSupplier<String, Enriched, String, SignedContribution> stage(
            Duration horizon, StoreBuilder<KeyValueStore<String, Revision>> revisions) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Enriched, String, SignedContribution> get() {
                return new SignContributions(horizon);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(revisions);
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, SignedContribution> processorContext) {
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
        for (KeyValue<String, SignedContribution> change : Difference.between(enriched.standing(), revision)) {
            context.forward(arrived.withKey(change.key).withValue(change.value));
        }
        forgetWhatIsFinal(enriched.article().getPublishedAt());
    }

    private void forgetWhatIsFinal(Instant publishedAt) {
        if (newest != null && !publishedAt.isAfter(newest)) {
            return;
        }
        newest = publishedAt;
        if (lastSweep == null) {
            lastSweep = publishedAt;
        } else if (!publishedAt.isBefore(lastSweep.plus(horizon.dividedBy(SWEEPS_PER_HORIZON)))) {
            lastSweep = publishedAt;
            sweep(publishedAt.minus(horizon));
        }
    }

    private void sweep(Instant horizonStart) {
        try (KeyValueIterator<String, Revision> all = revisions.all()) {
            while (all.hasNext()) {
                KeyValue<String, Revision> stored = all.next();
                if (stored.value.getPublishedAt().isBefore(horizonStart)) {
                    revisions.delete(stored.key);
                }
            }
        }
    }
}
