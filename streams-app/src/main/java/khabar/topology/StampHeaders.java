package khabar.topology;

import java.time.Instant;
import java.util.function.BiFunction;
import khabar.topics.CloudEvents;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Gives every record the CloudEvents headers of what it has become, and passes its trace on. */
final class StampHeaders<V> implements FixedKeyProcessor<String, V, V> {
    private final String type;
    private final BiFunction<String, V, String> id;
    private FixedKeyProcessorContext<String, V> context;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of FixedKeyProcessor
    private StampHeaders(String type, BiFunction<String, V, String> id) {
        this.type = type;
        this.id = id;
    }

    /** The stage: records become events of the given type, with an id made from key and value. */
    static <V> FixedKeyProcessorSupplier<String, V, V> stage(String type, BiFunction<String, V, String> id) {
        return () -> new StampHeaders<>(type, id);
    }

    @Override
    public void init(FixedKeyProcessorContext<String, V> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(FixedKeyRecord<String, V> arrived) {
        CloudEvents.stamp(
                arrived.headers(),
                id.apply(arrived.key(), arrived.value()),
                type,
                Instant.ofEpochMilli(arrived.timestamp()));
        CloudEvents.trace(arrived.headers(), CloudEvents.text(arrived.headers(), CloudEvents.TRACEPARENT));
        context.forward(arrived);
    }
}
