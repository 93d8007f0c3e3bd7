package khabar.topics;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;

/** How Avro values look on the wire. */
public interface WireFormat extends AutoCloseable {

    /**
     * The Avro binary in a value.
     *
     * @param writer the schema that it was written with
     * @param offset where it begins
     */
    record Body(Schema writer, int offset) {}

    /** A serde for values of the given generated class. */
    <T extends SpecificRecord> Serde<T> serdeOf(Class<T> type);

    /** What a value consists of, for readers of no certain class; throws {@link SerializationException} where it is none. */
    Body bodyOf(byte[] value);

    /** Lets go of what schemas were read through; no serde of this form may be used afterwards. */
    @Override
    default void close() {}
}
