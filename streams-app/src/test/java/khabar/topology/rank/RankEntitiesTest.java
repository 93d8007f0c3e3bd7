package khabar.topology.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import khabar.schemas.state.PartialTop;
import khabar.schemas.state.RankedCount;
import khabar.schemas.state.WindowCount;
import khabar.settings.Settings;
import khabar.topics.SingleObjectFormat;
import khabar.topics.WindowKey;
import khabar.topology.TopologyOptions;
import khabar.topology.count.CountStores;
import khabar.topology.count.Counted;
import khabar.topology.count.WindowClock;
import khabar.topology.count.WindowKeySerde;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RankEntitiesTest {
    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final TopologyOptions options =
            TopologyOptions.from(Settings.defaults().with(TopologyOptions.WINDOW_SIZES, "PT1H"), 1);

    @TempDir
    private Path folder;

    @Test
    void whoeverTakesOverSendsTheFirstRowsOfOpenWindowsOn() {
        MockProcessorContext<String, PartialTop> context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        context.setCurrentSystemTimeMs(TEN.toEpochMilli());
        KeyValueStore<WindowKey, WindowCount> counts = add(
                context,
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(CountStores.ENTITIES.name()),
                        WindowKeySerde.serde(),
                        SingleObjectFormat.compiledIn().serdeOf(WindowCount.class)));
        KeyValueStore<String, Long> clock =
                add(context, CountStores.ENTITIES.clock().withCachingDisabled());
        new WindowClock(options, clock).closed(HOUR, TEN.toEpochMilli());
        counts.put(new WindowKey(TEN.minus(HOUR), HOUR, "Q159"), published(7));
        counts.put(new WindowKey(TEN, HOUR, "Q858"), published(3));
        Processor<String, Counted, String, PartialTop> ranks =
                RankEntities.stage(options).get();
        ranks.init(context);

        ranks.process(new Record<>("", new Counted.Settled(), TEN.toEpochMilli()));
        ranks.process(new Record<>("", new Counted.Settled(), TEN.plusSeconds(1).toEpochMilli()));

        assertThat(context.forwarded()).singleElement().satisfies(sent -> {
            assertThat(sent.record().key()).isEqualTo("2026-01-05T10:00:00Z/PT1H");
            assertThat(sent.record().value().getClosed()).isFalse();
            assertThat(sent.record().value().getRows())
                    .extracting(RankedCount::getEntityId)
                    .containsExactly("Q858");
        });
    }

    private static <S extends StateStore> S add(
            MockProcessorContext<String, PartialTop> context, StoreBuilder<S> builder) {
        S store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        return store;
    }

    private static WindowCount published(long articles) {
        return WindowCount.newBuilder()
                .setType("PLACE")
                .setCount(articles)
                .setArticles(articles)
                .setPublishedCount(articles)
                .setPublishedArticles(articles)
                .setPublishedUniqueArticles(articles)
                .setPublishedSources(1)
                .setPanes(1)
                .build();
    }
}
