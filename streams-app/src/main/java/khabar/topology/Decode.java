package khabar.topology;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Makes values of bytes; throws what the deserializer throws. A stage of its own rather than part of the source: Kafka
 * Streams sends the dead letter of what a source cannot read while it fills its buffer, perhaps in a transaction before
 * the one with its position, so that after a crash there may be another. What fails here is a record in process, and
 * its letter and its position are in one transaction.
 */
final class Decode<V> implements FixedKeyProcessor<String, byte[], V> {
    private final Deserializer<V> values;
    private FixedKeyProcessorContext<String, V> context;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of FixedKeyProcessor
    private Decode(Deserializer<V> values) {
        this.values = values;
    }

    /** The stage; all tasks share the deserializer. */
    static <V> FixedKeyProcessorSupplier<String, byte[], V> stage(Deserializer<V> values) {
        return () -> new Decode<>(values);
    }

    @Override
    public void init(FixedKeyProcessorContext<String, V> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> arrived) {
        String topic = context.recordMetadata().map(at -> at.topic()).orElse("");
        context.forward(arrived.withValue(values.deserialize(topic, arrived.headers(), arrived.value())));
    }
}
