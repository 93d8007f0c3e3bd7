package khabar.feed.redrive;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or a dead letter.
 *
 * @param position where it stands, as {@code topic-partition@offset}
 * @param key key of what was refused or failed, as text
 * @param reason reason code, or the name of the exception
 * @param redriven how often it had been sent through again before
 * @param again what is to be sent; null where nothing can be
 * @param obstacle why nothing can be sent; empty where something can
 */
record Candidate(
        String position,
        String key,
        String reason,
        int redriven,
        @Nullable ProducerRecord<byte[], byte[]> again,
        String obstacle) {

    /** One that cannot be sent. */
    static Candidate stuck(String position, String key, String reason, int redriven, String obstacle) {
        return new Candidate(position, key, reason, redriven, null, obstacle);
    }
}
