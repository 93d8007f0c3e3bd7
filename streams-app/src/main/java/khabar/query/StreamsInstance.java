package khabar.query;

import java.util.Optional;
import java.util.OptionalLong;
import khabar.query.Answer.Elsewhere;
import khabar.query.Answer.Here;
import khabar.query.Answer.NotReady;
import khabar.schemas.state.PublishedTop;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import khabar.topology.count.MergeTops;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** An instance in this process, asked through Kafka Streams' interactive queries. */
public final class StreamsInstance implements Instance {
    private final KafkaStreams streams;
    private final HostInfo self;

    /**
     * Asks the given instance.
     *
     * @param streams the instance
     * @param self its {@code application.server}; {@link HostInfo#unavailable()} where it has none
     */
    public StreamsInstance(KafkaStreams streams, HostInfo self) {
        this.streams = streams;
        this.self = self;
    }

    @Override
    public String state() {
        return streams.state().name();
    }

    @Override
    public boolean ready() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public OptionalLong lag() {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("records-lag"))
                .filter(metric -> Topics.ARTICLES.name().equals(topic(metric)))
                .filter(metric -> metric.metricValue() instanceof Double lag && !lag.isNaN())
                .mapToLong(metric -> ((Double) metric.metricValue()).longValue())
                .reduce(Long::sum);
    }

    @Override
    public Answer<Optional<PublishedTop>> topEntities(WindowKey window) {
        String key = window.text();
        try {
            KeyQueryMetadata owner = streams.queryMetadataForKey(MergeTops.STORE, key, new StringSerializer());
            if (owner.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                return new NotReady<>(state());
            }
            HostInfo active = owner.activeHost();
            if (!active.equals(self)) {
                return new Elsewhere<>(active.host(), active.port());
            }
            // The owner's partition only: without application.server all instances look alike, and a
            // partition that is not here must not read as a window without news.
            PublishedTop top = streams.store(StoreQueryParameters.fromNameAndType(
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
