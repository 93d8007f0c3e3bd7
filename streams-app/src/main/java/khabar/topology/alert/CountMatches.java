package khabar.topology.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import khabar.schemas.Alert;
import khabar.schemas.AlertState;
import khabar.schemas.state.CountedMatch;
import khabar.schemas.state.FeedClock;
import khabar.schemas.state.MatchCount;
import khabar.topology.CommitTimes;
import khabar.topology.count.FeedTimes;
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
 * withdrawn when corrections leave too few; in between it is silent. What is final in every partition of the feed is
 * forgotten.
 */
public final class CountMatches implements FixedKeyProcessor<String, CountedMatch, Alert> {
    private final FeedTimes finalBefore;
    private final Sweep sweep;
    private FixedKeyProcessorContext<String, Alert> context;
    private KeyValueStore<String, MatchCount> counts;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of FixedKeyProcessor
    private CountMatches(int partitions, Duration horizon) {
        this.finalBefore = new FeedTimes(null, partitions);
        this.sweep = new Sweep(horizon);
    }

    /** The stage, with its store, for a feed of so many partitions and a correction horizon. */
    public static FixedKeyProcessorSupplier<String, CountedMatch, Alert> stage(int partitions, Duration horizon) {
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<String, CountedMatch, Alert> get() {
                return new CountMatches(partitions, horizon);
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
        CommitTimes.keep(context);
    }

    @Override
    public void process(FixedKeyRecord<String, CountedMatch> arrived) {
        FeedClock clock = arrived.value().getFeedClock();
        Alert match = arrived.value().getMatch();
        if (clock != null && clock.getFinalBefore() != null) {
            heard(clock.getPartition(), clock.getFinalBefore());
        } else if (match != null) {
            count(match, arrived);
        }
    }

    private void count(Alert match, FixedKeyRecord<String, CountedMatch> arrived) {
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
    }

    private void heard(int partition, Instant time) {
        if (finalBefore.advance(partition, time) && sweep.isDue(finalBefore.least())) {
            forgetBefore(finalBefore.least());
        }
    }

    private void forgetBefore(Instant time) {
        try (KeyValueIterator<String, MatchCount> all = counts.all()) {
            while (all.hasNext()) {
                KeyValue<String, MatchCount> one = all.next();
                if (one.value.getWindowEnd().isBefore(time)) {
                    counts.delete(one.key);
                }
            }
        }
    }
}
