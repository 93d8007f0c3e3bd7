package khabar.app.clients;

import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/**
 * The clients that Kafka Streams makes for itself, but a producer with transactions is a
 * {@link TransactionProducer}. The class extended is an internal one of Kafka Streams: where the broker divides the
 * work, Kafka Streams warns of every supplier that is none of that class.
 */
public final class StreamsClients extends DefaultKafkaClientSupplier {
    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return config.containsKey(ProducerConfig.TRANSACTIONAL_ID_CONFIG)
                ? new TransactionProducer(config)
                : super.getProducer(config);
    }
}
