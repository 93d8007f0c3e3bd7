package khabar.query;

import java.util.List;
import java.util.OptionalLong;

/** One running instance of the topology, as those who ask see it. */
public interface Instance {
    /** What Kafka Streams says about it, such as {@code RUNNING}. */
    String state();

    /** Whether its stores are restored and being kept. */
    boolean ready();

    /** How many articles wait to be read by this instance, where that is known. */
    OptionalLong lag();

    /** All instances that divide the work, as far as this one knows by now, itself among them. */
    List<InstanceView> instances();
}
