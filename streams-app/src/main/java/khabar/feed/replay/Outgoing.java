package khabar.feed.replay;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record for Kafka, ready to be sent.
 *
 * @param wire key, bytes and headers
 * @param value what the bytes say
 */
public record Outgoing(ProducerRecord<String, byte[]> wire, SpecificRecord value) {
    /** Bytes that a record takes besides key, value and headers, at most. */
    private static final int OVERHEAD = 128;

    /** About how many bytes it takes on the wire, rather too many than too few. */
    long size() {
        long size = OVERHEAD
                + wire.value().length
                + (wire.key() == null ? 0 : 3L * wire.key().length());
        for (var header : wire.headers()) {
            size += header.key().length() + header.value().length + 8;
        }
        return size;
    }
}
