package khabar.topology.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import khabar.schemas.Pane;
import khabar.schemas.PaneTiming;
import khabar.schemas.TrendState;
import khabar.schemas.state.WindowCount;
import khabar.settings.Settings;
import khabar.topics.SingleObjectFormat;
import khabar.topics.WindowKey;
import khabar.topology.TopologyOptions;
import khabar.topology.count.Amounts;
import khabar.topology.count.CountStores;
import khabar.topology.count.Counted;
import khabar.topology.count.WindowKeySerde;
import org.apache.kafka.common.serialization.Serde;
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

final class FollowTrendsTest {
    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    @Test
    void whoeverTakesOverTellsTheLiveScoresThatWereDue() {
        MockProcessorContext<String, Followed> context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        context.setCurrentSystemTimeMs(TEN.toEpochMilli());
        KeyValueStore<WindowKey, WindowCount> counts = counts(context);
        counts.put(new WindowKey(TEN, HOUR, "Q858"), published(3, 2));
        counts.put(new WindowKey(TEN, HOUR, "Q159"), published(2, 2));
        Processor<String, Counted, String, Followed> trends = trends(context);

        trends.process(new Record<>("", new Counted.Settled(), TEN.toEpochMilli()));

        assertThat(context.forwarded()).singleElement().satisfies(told -> {
            Followed rising = told.record().value();
            assertThat(rising.key().id()).isEqualTo("Q858");
            assertThat(rising.state()).isEqualTo(TrendState.RISING);
            assertThat(rising.standing().observed()).isEqualTo(3);
        });
    }

    @Test
    void whoeverTakesOverWhileAWindowIsBeingClosedTellsNoLiveScoreBehindADecision() {
        MockProcessorContext<String, Followed> context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        context.setCurrentSystemTimeMs(TEN.toEpochMilli());
        KeyValueStore<WindowKey, WindowCount> counts = counts(context);
        for (String id : List.of("Q159", "Q414", "Q858")) {
            counts.put(new WindowKey(TEN, HOUR, id), published(3, 2));
        }
        clock(context).put("closing/2026-01-05T10:00:00Z/PT1H/Q414", 0L);
        Processor<String, Counted, String, Followed> trends = trends(context);

        trends.process(new Record<>("", new Counted.Settled(), TEN.toEpochMilli()));

        assertThat(context.forwarded())
                .extracting(told -> told.record().value().key().id())
                .containsExactly("Q858");
    }

    @Test
    void whatWasFoundAtTheTakeoverIsNotToldBehindANewerPane() {
        MockProcessorContext<String, Followed> context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        context.setCurrentSystemTimeMs(TEN.toEpochMilli());
        WindowKey key = new WindowKey(TEN, HOUR, "Q858");
        counts(context).put(key, published(3, 2));
        Processor<String, Counted, String, Followed> trends = trends(context);

        Amounts four = Amounts.published(published(4, 2));
        Counted newer = new Counted.Value(key, "PLACE", four, four, new Pane(PaneTiming.EARLY, 1L));
        trends.process(new Record<>("Q858", newer, TEN.toEpochMilli()));
        trends.process(new Record<>("", new Counted.Settled(), TEN.toEpochMilli()));

        assertThat(context.forwarded())
                .extracting(told -> told.record().value().standing().observed())
                .singleElement()
                .isEqualTo(4L);
    }

    @Test
    void theLongerAWindowTheLessOftenItsLiveScoresComeUpToFiveSeconds() {
        assertThat(FollowTrends.interval(Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(1));
        assertThat(FollowTrends.interval(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(FollowTrends.interval(Duration.ofMinutes(3))).isEqualTo(Duration.ofSeconds(3));
        assertThat(FollowTrends.interval(HOUR)).isEqualTo(Duration.ofSeconds(5));
        assertThat(FollowTrends.interval(Duration.ofDays(1))).isEqualTo(Duration.ofSeconds(5));
    }

    private static Processor<String, Counted, String, Followed> trends(MockProcessorContext<String, Followed> context) {
        var stage = FollowTrends.stage(
                TopologyOptions.from(Settings.defaults().with(TopologyOptions.WINDOW_SIZES, "PT1H"), 1));
        for (StoreBuilder<?> builder : stage.stores()) {
            add(context, builder.withCachingDisabled());
        }
        if (context.getStateStore(CountStores.ENTITIES.clockName()) == null) {
            clock(context);
        }
        Processor<String, Counted, String, Followed> trends = stage.get();
        trends.init(context);
        return trends;
    }

    private static KeyValueStore<String, Long> clock(MockProcessorContext<String, Followed> context) {
        return add(context, CountStores.ENTITIES.clock().withCachingDisabled());
    }

    private static KeyValueStore<WindowKey, WindowCount> counts(MockProcessorContext<String, Followed> context) {
        Serde<WindowCount> values = SingleObjectFormat.compiledIn().serdeOf(WindowCount.class);
        return add(
                context,
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(CountStores.ENTITIES.name()), WindowKeySerde.serde(), values));
    }

    private static <S extends StateStore> S add(
            MockProcessorContext<String, Followed> context, StoreBuilder<S> builder) {
        S store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        return store;
    }

    private static WindowCount published(long articles, long sources) {
        return WindowCount.newBuilder()
                .setType("PLACE")
                .setCount(articles)
                .setArticles(articles)
                .setPublishedCount(articles)
                .setPublishedArticles(articles)
                .setPublishedUniqueArticles(articles)
                .setPublishedSources(sources)
                .setPanes(1)
                .build();
    }
}
