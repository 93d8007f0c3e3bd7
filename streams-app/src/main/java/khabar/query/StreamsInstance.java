package khabar.query;

import java.util.Optional;
import java.util.OptionalLong;
import khabar.query.Answer.Elsewhere;
import khabar.query.Answer.Here;
import khabar.query.Answer.NotReady;
import khabar.schemas.state.PublishedTop;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import khabar.topology.rank.MergeTops;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.jspecify.annotations.Nullable;

/** An instance in this process, asked through Kafka Streams' interactive queries. */
public final class StreamsInstance implements Instance {
    private static final String UNATTACHED = "STARTING";

    private volatile @Nullable Attached attached;

    private record Attached(KafkaStreams streams, HostInfo self) {}

    /**
     * From now on asks the given instance; before, nothing is ready.
     *
     * @param streams the instance
     * @param self its {@code application.server}
     */
    public void attach(KafkaStreams streams, HostInfo self) {
        attached = new Attached(streams, self);
    }

    @Override
    public String state() {
        Attached now = attached;
        return now == null ? UNATTACHED : now.streams().state().name();
    }

    @Override
    public boolean ready() {
        Attached now = attached;
        return now != null && now.streams().state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public OptionalLong lag() {
        Attached now = attached;
        if (now == null) {
            return OptionalLong.empty();
        }
        return now.streams().metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("records-lag"))
                .filter(metric -> Topics.ARTICLES.name().equals(topic(metric)))
                .filter(metric -> metric.metricValue() instanceof Double lag && !lag.isNaN())
                .mapToLong(metric -> ((Double) metric.metricValue()).longValue())
                .reduce(Long::sum);
    }

    @Override
    public Answer<Optional<PublishedTop>> topEntities(WindowKey window) {
        Attached now = attached;
        return now == null ? new NotReady<>(UNATTACHED) : topEntities(now, window.text());
    }

    private Answer<Optional<PublishedTop>> topEntities(Attached now, String key) {
        try {
            KeyQueryMetadata owner = now.streams().queryMetadataForKey(MergeTops.STORE, key, new StringSerializer());
            if (owner.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                return new NotReady<>(state());
            }
            HostInfo active = owner.activeHost();
            if (!active.equals(now.self())) {
                return new Elsewhere<>(active.host(), active.port());
            }
            // The owner's partition only: one that has just moved away must not read as a window without news.
            PublishedTop top = now.streams()
                    .store(StoreQueryParameters.fromNameAndType(
                                    MergeTops.STORE, QueryableStoreTypes.<String, PublishedTop>keyValueStore())
                            .withPartition(owner.partition()))
                    .get(key);
            return new Here<>(Optional.ofNullable(top));
        } catch (InvalidStateStoreException | IllegalStateException notNow) {
            // The second is what a closed or unstarted instance throws.
            return new NotReady<>(state());
        }
    }

    private static String topic(Metric metric) {
        // Client metrics write the dots of a topic as they are since Kafka 4.1, as underscores before.
        return metric.metricName().tags().getOrDefault("topic", "").replace('_', '.');
    }
}
