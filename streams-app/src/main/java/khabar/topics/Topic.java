package khabar.topics;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;

/**
 * A Kafka topic of Avro values under string keys.
 *
 * @param name name on the broker
 * @param valueType generated class of the values
 * @param eventType CloudEvents type of the records
 * @param cleanup how old records go
 */
public record Topic<V extends SpecificRecord>(String name, Class<V> valueType, String eventType, Cleanup cleanup) {

    /** The serde of the values in the given form. */
    public Serde<V> valueSerde(WireFormat format) {
        return format.serdeOf(valueType);
    }

    /** The topic as a source of a topology, with values as bytes; its node is called {@code read-} and the name. */
    public KStream<String, byte[]> readFrom(StreamsBuilder builder) {
        return builder.stream(
                name, Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("read-" + nodeName()));
    }

    /** How a topology writes to the topic; its node is called {@code write-} and the name. */
    public Produced<String, V> writtenIn(WireFormat format) {
        return Produced.with(Serdes.String(), valueSerde(format)).withName("write-" + nodeName());
    }

    private String nodeName() {
        return name.replace('.', '-');
    }
}
