package khabar.feed.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import khabar.topics.CloudEvents;
import khabar.topics.Topics;
import khabar.topics.again.SentAgain;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters: they go back to the topic and partition where they failed, be it the feed or one between
 * two stages, where a contribution is missing until it arrives.
 */
final class DeadLetters implements Source {
    private static final String ERRORS = "__streams.errors.";

    private final Originals originals;
    private final Map<String, Integer> partitions = new HashMap<>();

    DeadLetters(Originals originals) {
        this.originals = originals;
    }

    @Override
    public String topic() {
        return Topics.DEAD_LETTERS;
    }

    @Override
    public Candidate candidate(ConsumerRecord<byte[], byte[]> one) {
        String position = Source.position(one.topic(), one.partition(), one.offset());
        String key = one.key() == null ? "" : new String(one.key(), UTF_8);
        String exception = simpleName(CloudEvents.text(one.headers(), ERRORS + "exception"));
        int redriven = SentAgain.redriven(one.headers());
        String topic = CloudEvents.text(one.headers(), ERRORS + "topic");
        Integer partition = number(CloudEvents.text(one.headers(), ERRORS + "partition"));
        String obstacle = obstacle(one, topic, partition);
        if (!obstacle.isEmpty() || topic == null || partition == null) {
            return Candidate.stuck(position, key, exception, redriven, obstacle);
        }
        ProducerRecord<byte[], byte[]> again =
                new ProducerRecord<>(topic, partition, null, one.key(), one.value(), headers(one.headers()));
        SentAgain.set(again.headers(), SentAgain.REDRIVEN, Integer.toString(redriven + 1));
        SentAgain.set(again.headers(), SentAgain.REDRIVEN_FROM, position);
        return new Candidate(position, key, exception, redriven, again, "");
    }

    private String obstacle(ConsumerRecord<byte[], byte[]> one, @Nullable String topic, @Nullable Integer partition) {
        if (topic == null || partition == null) {
            return "it does not say where it failed (expected: headers " + ERRORS + "topic and partition)";
        }
        if (one.value() == null) {
            return "it carries no value to send";
        }
        int known = partitions.computeIfAbsent(topic, originals::partitions);
        return partition < known ? "" : "topic " + topic + " has no partition " + partition + " any more";
    }

    /** Its own headers, without what is said about the failure. */
    private static Headers headers(Headers all) {
        Headers own = new RecordHeaders();
        for (Header header : all) {
            if (!header.key().startsWith(ERRORS)) {
                own.add(header);
            }
        }
        return own;
    }

    private static String simpleName(@Nullable String exception) {
        return exception == null ? "" : exception.substring(exception.lastIndexOf('.') + 1);
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }

    @Override
    public void close() {
        originals.close();
    }
}
