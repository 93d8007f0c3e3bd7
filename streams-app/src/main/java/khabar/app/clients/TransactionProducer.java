package khabar.app.clients;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A producer that waits for the broker once for each transaction. Before a commit Kafka Streams has every task flush
 * the producer that they share, which is one wait a task, one after the other. Here {@link #flush} waits for nothing,
 * and the offsets of a transaction wait for all that was sent in it. What Kafka Streams does after a flush does not
 * need the answers: a transaction with a failed record cannot be committed, and how far stores have come is written
 * down after the commit.
 */
final class TransactionProducer extends KafkaProducer<byte[], byte[]> {
    TransactionProducer(Map<String, Object> config) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Waits for nothing: see the class. */
    @Override
    public void flush() {}

    /**
     * Waits for all that was sent, then sends the offsets. Where a record has failed, throws what lets Kafka Streams
     * do what it does when a flush finds that: {@link #told}.
     */
    @Override
    public void sendOffsetsToTransaction(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        super.flush();
        try {
            super.sendOffsetsToTransaction(offsets, group);
        } catch (KafkaException failed) {
            throw told(failed);
        }
    }

    /**
     * The failure as Kafka Streams knows it from offsets: a broker that did not answer in time, after which tasks are
     * restored and read again, or a producer that another has replaced, after which they are given up. All others are
     * as they were, and end the thread.
     */
    static KafkaException told(KafkaException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof RetriableException) {
            return new TimeoutException(cause.getMessage(), cause);
        }
        if (cause instanceof OutOfOrderSequenceException || cause instanceof InvalidPidMappingException) {
            return new InvalidProducerEpochException(cause.getMessage());
        }
        return failed;
    }
}
