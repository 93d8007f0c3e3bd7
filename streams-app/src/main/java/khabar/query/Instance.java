package khabar.query;

import java.util.Optional;
import java.util.OptionalLong;
import khabar.schemas.state.PublishedTop;
import khabar.topics.WindowKey;

/** One running instance of the topology, as those who ask see it. */
public interface Instance {
    /** What Kafka Streams says about it, such as {@code RUNNING}. */
    String state();

    /** Whether its stores are restored and being kept. */
    boolean ready();

    /** How many articles wait to be read by this instance, where that is known. */
    OptionalLong lag();

    /** What was last published of the most named entities of a window; empty where there is nothing. */
    Answer<Optional<PublishedTop>> topEntities(WindowKey window);
}
