package khabar.cli.demo;

import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.rocksdb.RocksDB;

/**
 * What makes the first start of a topology quick where somebody waits for it and the broker is in the
 * same process: on a cluster of many these would only be more requests.
 */
final class ImpatientStart {
    private static final int SOON_MILLIS = 20;

    private ImpatientStart() {}

    /** The properties, with short waits for internal topics, for empty changelogs and for idle partitions. */
    static Properties hurry(Properties properties) {
        // Internal topics become ready one after the other, and each is asked for again after this time.
        properties.putIfAbsent(
                StreamsConfig.adminClientPrefix(CommonClientConfigs.RETRY_BACKOFF_MS_CONFIG), SOON_MILLIS);
        // A partition that joins while a fetch is waiting for others waits with it, half a second by default.
        properties.putIfAbsent(
                StreamsConfig.restoreConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), SOON_MILLIS);
        properties.putIfAbsent(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), SOON_MILLIS);
        return properties;
    }

    /** Unpacks and loads the native library of the stores, which takes half a second. */
    static void loadNativeStores() {
        RocksDB.loadLibrary();
    }
}
