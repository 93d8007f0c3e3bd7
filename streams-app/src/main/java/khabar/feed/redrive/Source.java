package khabar.feed.redrive;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes candidates of the records of one topic. */
interface Source extends AutoCloseable {
    /** The topic. */
    String topic();

    /** What the record says. */
    Candidate candidate(ConsumerRecord<byte[], byte[]> one);

    @Override
    void close();

    /** Where a record stands, as {@code topic-partition@offset}. */
    static String position(String topic, int partition, long offset) {
        return topic + "-" + partition + "@" + offset;
    }
}
