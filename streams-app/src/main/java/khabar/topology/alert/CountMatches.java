package khabar.topology.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import khabar.schemas.Alert;
import khabar.schemas.AlertState;
import khabar.schemas.state.MatchCount;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Counts the articles of a window that meet a rule. The alert fires when there are enough of them, and is
 * withdrawn when corrections leave too few; in between it is silent.
 */
public final class CountMatches implements FixedKeyProcessor<String, Alert, Alert> {
    private final Sweep sweep;
    private FixedKeyProcessorContext<String, Alert> context;
    private KeyValueStore<String, MatchCount> counts;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of FixedKeyProcessor
    private CountMatches(Duration horizon) {
        // Another partition of the feed may be as far behind this one as the horizon is long.
        this.sweep = new Sweep(horizon.multipliedBy(2));
    }

    /** The stage, with its store. */
    public static FixedKeyProcessorSupplier<String, Alert, Alert> stage(Duration horizon) {
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<String, Alert, Alert> get() {
                return new CountMatches(horizon);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(AlertStores.counts());
            }
        };
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Alert> processorContext) {
        context = processorContext;
        counts = context.getStateStore(AlertStores.COUNTS);
    }

    @Override
    public void process(FixedKeyRecord<String, Alert> arrived) {
        Alert match = arrived.value();
        MatchCount stored = counts.get(arrived.key());
        boolean adds = match.getState() == AlertState.FIRED;
        Instant windowEnd = match.getWindowEnd();
        Double threshold = match.getThreshold();
        if (windowEnd == null || threshold == null || stored == null && !adds) {
            return;
        }
        long articles = (stored == null ? 0 : stored.getArticles()) + (adds ? 1 : -1);
        boolean fired = stored != null && stored.getFired();
        boolean enough = articles >= threshold;
        if (articles == 0) {
            counts.delete(arrived.key());
        } else {
            counts.put(arrived.key(), new MatchCount(articles, enough, windowEnd));
        }
        if (enough != fired) {
            Alert alert = Alert.newBuilder(match)
                    .setState(enough ? AlertState.FIRED : AlertState.WITHDRAWN)
                    .setFiredAt(Instant.ofEpochMilli(context.currentSystemTimeMs()))
                    .setValue((double) articles)
                    .build();
            context.forward(arrived.withValue(alert));
        }
        if (sweep.isDue(windowEnd)) {
            forgetWhatIsFinal();
        }
    }

    private void forgetWhatIsFinal() {
        try (KeyValueIterator<String, MatchCount> all = counts.all()) {
            while (all.hasNext()) {
                KeyValue<String, MatchCount> one = all.next();
                if (one.value.getWindowEnd().isBefore(sweep.horizonStart())) {
                    counts.delete(one.key);
                }
            }
        }
    }
}
