package khabar.topology.enrich;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import khabar.topics.Topics;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Tells a {@link ReadAhead} of the articles that a consumer of Kafka Streams has fetched. */
public final class SeeFetched implements ConsumerInterceptor<byte[], byte[]> {
    private @Nullable ReadAhead ahead;

    @Override
    public void configure(Map<String, ?> configs) {
        ahead = configs.get(ReadAhead.PROPERTY) instanceof ReadAhead configured ? configured : null;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> fetched) {
        if (ahead != null) {
            tell(ahead, fetched);
        }
        return fetched;
    }

    /** The first of each partition, then the second of each: so their turns come. */
    private static void tell(ReadAhead ahead, ConsumerRecords<byte[], byte[]> fetched) {
        List<Iterator<ConsumerRecord<byte[], byte[]>>> partitions = new ArrayList<>();
        for (TopicPartition partition : fetched.partitions()) {
            if (partition.topic().equals(Topics.ARTICLES.name())) {
                partitions.add(fetched.records(partition).iterator());
            }
        }
        while (!partitions.isEmpty()) {
            partitions.removeIf(records -> !records.hasNext());
            partitions.forEach(records -> ahead.fetched(records.next()));
        }
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // A turn comes when the stage takes it.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
