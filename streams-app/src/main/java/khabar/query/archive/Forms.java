package khabar.query.archive;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import khabar.schemas.RejectedArticle;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topic;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Values as they lie on the disk: when they arrived, then the bytes of the topic as they came. For many threads. */
final class Forms {
    private final WireFormat format;
    private final ThreadLocal<Map<String, Deserializer<?>>> readers = ThreadLocal.withInitial(HashMap::new);

    Forms(WireFormat format) {
        this.format = format;
    }

    static byte[] stored(long arrivedAt, byte[] value) {
        return ByteBuffer.allocate(Long.BYTES + value.length)
                .putLong(arrivedAt)
                .put(value)
                .array();
    }

    static Instant arrivedAt(byte[] stored) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(stored).getLong());
    }

    /** The value in what is stored; throws {@link org.apache.kafka.common.errors.SerializationException} where it is none. */
    <V extends SpecificRecord> V read(Topic<V> topic, byte[] stored) {
        return value(topic, value(stored));
    }

    /** What came, without when it did. */
    static byte[] value(byte[] stored) {
        return Arrays.copyOfRange(stored, Long.BYTES, stored.length);
    }

    /** The value of a record. */
    <V extends SpecificRecord> V value(Topic<V> topic, byte[] bytes) {
        Deserializer<?> reader = readers.get()
                .computeIfAbsent(topic.name(), name -> topic.valueSerde(format).deserializer());
        return topic.valueType().cast(reader.deserialize(topic.name(), bytes));
    }

    /** A refusal without what was refused, which may be large and is nobody's business here. */
    static byte[] refusal(RejectedArticle rejected) {
        RejectedArticle small = RejectedArticle.newBuilder(rejected)
                .setOriginal(null)
                .setArticle(null)
                .build();
        return SingleObjectFormat.compiledIn()
                .serdeOf(RejectedArticle.class)
                .serializer()
                .serialize(Topics.REJECTED.name(), small);
    }
}
