package khabar.topology.revision;

import khabar.schemas.state.Revision;
import khabar.topics.SingleObjectFormat;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The store of winning revisions by uri: one reads it to see who wins, the other writes the winner. */
public final class Revisions {
    static final String STORE = "revisions";

    private Revisions() {}

    /** The store, for one topology: both of its stages take the same builder. */
    public static StoreBuilder<KeyValueStore<String, Revision>> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE),
                Serdes.String(),
                SingleObjectFormat.compiledIn().serdeOf(Revision.class));
    }
}
