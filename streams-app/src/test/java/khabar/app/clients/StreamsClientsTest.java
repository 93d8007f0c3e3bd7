package khabar.app.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import khabar.SharedBroker;
import khabar.SharedBroker.Cluster;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBroker.class)
final class StreamsClientsTest {
    @Test
    void aTransactionWaitsForTheBrokerOnceWhenItsOffsetsAreSent(Cluster cluster) throws Exception {
        cluster.create("one-wait");
        try (Producer<byte[], byte[]> producer = transactional(cluster, "one-wait")) {
            Future<RecordMetadata> sent = producer.send(record("one-wait", 10));
            producer.flush();
            assertThat(sent).as("after a flush").isNotDone();
            sendOffsets(producer, "one-wait");
            assertThat(sent).as("after the offsets").isDone();
            producer.commitTransaction();
            assertThat(sent.get().offset()).isZero();
        }
    }

    @Test
    void aTransactionWithAFailedRecordIsNotCommitted(Cluster cluster) throws Exception {
        cluster.create("too-large");
        try (Producer<byte[], byte[]> producer = transactional(cluster, "too-large")) {
            Future<RecordMetadata> sent = producer.send(record("too-large", 2_000_000));
            producer.flush();
            assertThat(sent).isDone();
            assertThatThrownBy(() -> sendOffsets(producer, "too-large"))
                    .hasRootCauseInstanceOf(RecordTooLargeException.class);
            producer.abortTransaction();
        }
    }

    @Test
    void withoutTransactionsAFlushWaits(Cluster cluster) throws Exception {
        cluster.create("flushed");
        try (Producer<byte[], byte[]> producer = new StreamsClients().getProducer(properties(cluster))) {
            Future<RecordMetadata> sent = producer.send(record("flushed", 10));
            assertThat(sent).isNotDone();
            producer.flush();
            assertThat(sent).isDone();
        }
    }

    @Test
    void kafkaStreamsIsToldWhatItCanDoSomethingAbout() {
        assertThat(TransactionProducer.told(new KafkaException("state", new NotEnoughReplicasException("one of two"))))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("one of two");
        assertThat(TransactionProducer.told(new KafkaException("state", new OutOfOrderSequenceException("seven"))))
                .isInstanceOf(InvalidProducerEpochException.class)
                .hasMessage("seven");
        KafkaException other = new KafkaException("state", new RecordTooLargeException("a book"));
        assertThat(TransactionProducer.told(other)).isSameAs(other);
    }

    private static Producer<byte[], byte[]> transactional(Cluster cluster, String id) {
        Map<String, Object> properties = properties(cluster);
        properties.put("transactional.id", id);
        Producer<byte[], byte[]> producer = new StreamsClients().getProducer(properties);
        producer.initTransactions();
        producer.beginTransaction();
        return producer;
    }

    /** A producer that gathers for an hour if nothing makes it send. */
    private static Map<String, Object> properties(Cluster cluster) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("bootstrap.servers", cluster.bootstrapServers());
        properties.put("linger.ms", "3600000");
        properties.put("delivery.timeout.ms", "7200000");
        return properties;
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, int length) {
        return new ProducerRecord<>(topic, "k".getBytes(UTF_8), new byte[length]);
    }

    private static void sendOffsets(Producer<byte[], byte[]> producer, String topic) {
        producer.sendOffsetsToTransaction(
                Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(1)), new ConsumerGroupMetadata(topic));
    }
}
