package khabar.topology.revision;

import java.util.Set;
import khabar.rules.RuleBook;
import khabar.schemas.Article;
import khabar.schemas.PubStatus;
import khabar.schemas.state.Revision;
import khabar.topics.again.SentAgain;
import khabar.topology.accept.Admission.Accepted;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Sends on a revision that wins over the one that stands; drops and counts all others. An exact duplicate
 * that asks for it wins over itself where it was enriched under other rules than the present ones.
 */
public final class KeepWinningRevisions implements FixedKeyProcessor<String, Accepted, Winner> {
    private final RuleBook rules;
    private FixedKeyProcessorContext<String, Winner> context;
    private KeyValueStore<String, Revision> revisions;
    private Sensor duplicates;
    private Sensor superseded;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of FixedKeyProcessor
    private KeepWinningRevisions(RuleBook rules) {
        this.rules = rules;
    }

    /** The stage, with the store of winning revisions. */
    public static FixedKeyProcessorSupplier<String, Accepted, Winner> stage(
            StoreBuilder<KeyValueStore<String, Revision>> revisions, RuleBook rules) {
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<String, Accepted, Winner> get() {
                return new KeepWinningRevisions(rules);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(revisions);
            }
        };
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Winner> processorContext) {
        context = processorContext;
        revisions = context.getStateStore(Revisions.STORE);
        duplicates = sensor("duplicate");
        superseded = sensor("superseded");
    }

    @Override
    public void process(FixedKeyRecord<String, Accepted> arrived) {
        Accepted accepted = arrived.value();
        Article article = accepted.article();
        Revision standing = standing(arrived.key(), accepted);
        Rank rank = new Rank(
                article.getPubStatus() == PubStatus.CANCELED,
                accepted.version(),
                article.getVersionCreated(),
                ContentHash.of(article));
        int comparison = standing == null ? 1 : rank.compareTo(Rank.of(standing));
        if (comparison > 0 || comparison == 0 && isToBeEnrichedAnew(arrived, standing)) {
            context.forward(arrived.withValue(new Winner(article, rank, accepted.ingestedAt(), standing)));
        } else if (comparison == 0) {
            duplicates.record();
        } else {
            superseded.record();
        }
    }

    private boolean isToBeEnrichedAnew(FixedKeyRecord<String, Accepted> arrived, @Nullable Revision standing) {
        return standing != null
                && SentAgain.asksForReprocessing(arrived.headers())
                && !standing.getRuleSetVersion().equals(rules.current().version());
    }

    /** What stands; a revision that has left the horizon is final and stands no more. */
    private @Nullable Revision standing(String uri, Accepted accepted) {
        Revision stored = revisions.get(uri);
        return stored == null || stored.getPublishedAt().isBefore(accepted.horizonStart()) ? null : stored;
    }

    private Sensor sensor(String kind) {
        return context.metrics()
                .addRateTotalSensor(
                        "khabar", context.taskId().toString(), kind + "-revisions", RecordingLevel.INFO, "kind", kind);
    }
}
