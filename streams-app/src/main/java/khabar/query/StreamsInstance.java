package khabar.query;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import khabar.topics.Topics;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** An instance in this process, as Kafka Streams tells. */
public final class StreamsInstance implements Instance {
    private static final String UNATTACHED = "STARTING";

    private volatile @Nullable KafkaStreams attached;

    /**
     * From now on asks the given instance; before, nothing is ready.
     *
     * @param streams the instance
     */
    public void attach(KafkaStreams streams) {
        attached = streams;
    }

    @Override
    public String state() {
        KafkaStreams now = attached;
        return now == null ? UNATTACHED : now.state().name();
    }

    @Override
    public boolean ready() {
        KafkaStreams now = attached;
        return now != null && now.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public OptionalLong lag() {
        KafkaStreams now = attached;
        if (now == null) {
            return OptionalLong.empty();
        }
        return now.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("records-lag"))
                .filter(metric -> Topics.ARTICLES.name().equals(topic(metric)))
                .filter(metric -> metric.metricValue() instanceof Double lag && !lag.isNaN())
                .mapToLong(metric -> ((Double) metric.metricValue()).longValue())
                .reduce(Long::sum);
    }

    @Override
    public List<InstanceView> instances() {
        KafkaStreams now = attached;
        if (now == null) {
            return List.of();
        }
        try {
            return now.metadataForAllStreamsClients().stream()
                    .map(client -> new InstanceView(
                            client.host() + ":" + client.port(),
                            names(client.topicPartitions()),
                            names(client.standbyTopicPartitions())))
                    .sorted(Comparator.comparing(InstanceView::address))
                    .toList();
        } catch (IllegalStateException notNow) {
            // What a closed or unstarted instance throws.
            return List.of();
        }
    }

    private static List<String> names(Set<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::toString).sorted().toList();
    }

    private static String topic(Metric metric) {
        // Client metrics write the dots of a topic as they are since Kafka 4.1, as underscores before.
        return metric.metricName().tags().getOrDefault("topic", "").replace('_', '.');
    }
}
