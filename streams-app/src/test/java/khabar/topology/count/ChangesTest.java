package khabar.topology.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import khabar.schemas.state.WindowCount;
import khabar.topics.WindowKey;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChangesTest {
    private static final WindowKey SYRIA =
            new WindowKey(Instant.parse("2026-01-05T10:00:00Z"), Duration.ofHours(1), "Q858");

    @TempDir
    private Path folder;

    @Test
    void whoeverTakesOverFindsWhatChangedInAWindowThatWasToldBefore() {
        MockProcessorContext<Void, Void> context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        KeyValueStore<WindowKey, WindowCount> counts =
                store(context, CountStores.ENTITIES.counts().withCachingDisabled());
        KeyValueStore<WindowKey, String> windows =
                store(context, CountStores.ENTITIES.changes().withCachingDisabled());
        Changes died = new Changes(windows, counts);
        WindowCount count = Amounts.nothing("PLACE");
        died.add(SYRIA, new Changes.Change(count, ""));
        assertThat(drained(died, true)).containsExactly(SYRIA);

        count.setCount(1);
        count.setPanes(1);
        counts.put(SYRIA, count);
        died.add(SYRIA, new Changes.Change(count, ""));

        assertThat(drained(new Changes(windows, counts), false)).containsExactly(SYRIA);
        assertThat(windows.get(SYRIA.window())).as("closed, and all is told").isNull();
    }

    private static List<WindowKey> drained(Changes changes, boolean isOpen) {
        List<WindowKey> keys = new ArrayList<>();
        changes.drain((key, change) -> keys.add(key), window -> isOpen);
        return keys;
    }

    private static <S extends StateStore> S store(MockProcessorContext<Void, Void> context, StoreBuilder<S> builder) {
        S store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
