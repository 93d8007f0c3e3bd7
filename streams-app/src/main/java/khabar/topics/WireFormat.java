package khabar.topics;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** How Avro values look on the wire. */
public interface WireFormat {
    /** A serde for values of the given generated class. */
    <T extends SpecificRecord> Serde<T> serdeOf(Class<T> type);
}
