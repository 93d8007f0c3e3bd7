package khabar.topology.alert;

import khabar.schemas.state.AlertedArticle;
import khabar.schemas.state.MatchCount;
import khabar.topics.SingleObjectFormat;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of alerts. */
final class AlertStores {
    /** What articles have met, by uri. */
    static final String ARTICLES = "alerted-articles";
    /** How many articles of a window meet a rule, by key of the alert. */
    static final String COUNTS = "match-counts";

    private AlertStores() {}

    static StoreBuilder<KeyValueStore<String, AlertedArticle>> articles() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(ARTICLES),
                Serdes.String(),
                SingleObjectFormat.compiledIn().serdeOf(AlertedArticle.class));
    }

    static StoreBuilder<KeyValueStore<String, MatchCount>> counts() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(COUNTS),
                Serdes.String(),
                SingleObjectFormat.compiledIn().serdeOf(MatchCount.class));
    }
}
