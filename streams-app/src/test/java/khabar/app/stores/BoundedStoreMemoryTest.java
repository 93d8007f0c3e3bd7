package khabar.app.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BoundedStoreMemoryTest {
    private static final int GROUPS = 300;
    private static final int ROUNDS = 5;

    @TempDir
    private Path folder;

    @Test
    void aFilterOfPrefixesHidesNothing() throws IOException {
        KeyValueStore<String, String> store = openStore();
        for (int round = 0; round < ROUNDS; round++) {
            for (int group = 0; group < GROUPS; group += 2) {
                store.put(key(group, round), "round " + round);
            }
            // Each round is in a file of its own, but the last, which stays in memory.
            if (round < ROUNDS - 1) {
                store.close();
                store = openStore();
            }
        }
        store.put("z", "shorter than a prefix");
        // By their names alone: a compaction may take any of these files away.
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("rocksdb/groups"), "*.sst")) {
            assertThat(files).isNotEmpty();
        }

        for (int group = 0; group < GROUPS; group++) {
            assertThat(keys(store.range(key(group, 0), key(group, ROUNDS))))
                    .as("group " + group)
                    .hasSize(group % 2 == 0 ? ROUNDS : 0);
            assertThat(keys(store.range(key(group, 2), key(group, 3)))).hasSize(group % 2 == 0 ? 2 : 0);
        }
        assertThat(keys(store.all())).hasSize(GROUPS / 2 * ROUNDS + 1);
        assertThat(store.get("z")).isNotNull();
        store.close();
    }

    private KeyValueStore<String, String> openStore() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedStoreMemory.class);
        properties.put(
                BoundedStoreMemory.PREFIX_BYTES, Map.of("groups", key(0, 0).indexOf('/')));
        MockProcessorContext<Void, Void> context =
                new MockProcessorContext<>(properties, new TaskId(0, 0), folder.toFile());
        KeyValueStore<String, String> store = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore("groups"), Serdes.String(), Serdes.String())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }

    private static String key(int group, int number) {
        return "group %03d/%d".formatted(group, number);
    }

    private static List<String> keys(KeyValueIterator<String, String> range) {
        List<String> keys = new ArrayList<>();
        try (range) {
            range.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }
}
