package khabar.topology.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import khabar.schemas.Article;
import khabar.schemas.PubStatus;
import khabar.schemas.state.FeedClock;
import khabar.settings.Settings;
import khabar.topology.TopologyOptions;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AcceptArticlesTest {
    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

    private final TopologyOptions options = TopologyOptions.from(Settings.defaults(), 1);
    private final Processor<String, Article, String, Admission> door =
            AcceptArticles.stage(options).get();

    @TempDir
    private Path folder;

    private MockProcessorContext<String, Admission> context;

    @BeforeEach
    void open() {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 2), folder.toFile());
        context.setCurrentSystemTimeMs(TEN.toEpochMilli());
        KeyValueStore<String, Long> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("feed-time"), Serdes.String(), Serdes.Long())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        door.init(context);
    }

    @Test
    void theClockIsToldOfOnceInASecondOfEventTimeWhileTheFeedMoves() {
        accept(TEN.plusMillis(-150));
        assertThat(toldAfter(100)).containsExactly(clock(TEN.plusMillis(-150), false));
        accept(TEN.plusMillis(-1));
        assertThat(toldAfter(100)).as("the same second").isEmpty();
        accept(TEN);
        assertThat(toldAfter(100)).as("a window may end here").containsExactly(clock(TEN, false));
        accept(TEN.plusMillis(999));
        assertThat(toldAfter(100)).isEmpty();
    }

    @Test
    void whoFallsSilentTellsTheTimeAsItIsAndWhoComesBackSaysSo() {
        accept(TEN);
        assertThat(toldAfter(100)).containsExactly(clock(TEN, false));
        accept(TEN.plusMillis(120));
        long idle = options.idleClose().toMillis();
        assertThat(toldAfter(idle - 1)).isEmpty();
        assertThat(toldAfter(1)).containsExactly(clock(TEN.plusMillis(120), true));
        assertThat(toldAfter(idle)).as("nothing new").isEmpty();

        accept(TEN.plusMillis(130));
        assertThat(toldAfter(100)).containsExactly(clock(TEN.plusMillis(130), false));
    }

    private static FeedClock clock(Instant feedTime, boolean idle) {
        return new FeedClock(2, feedTime, idle, null);
    }

    private void accept(Instant publishedAt) {
        Article article = Article.newBuilder()
                .setUri("urn:1")
                .setVersion("1")
                .setVersionCreated(publishedAt)
                .setPublishedAt(publishedAt)
                .setPubStatus(PubStatus.USABLE)
                .setHeadline("خبر")
                .build();
        door.process(new Record<>("urn:1", article, publishedAt.toEpochMilli()));
    }

    /** Lets so many milliseconds pass, the timer go off, and answers what was told of the clock. */
    private List<FeedClock> toldAfter(long millis) {
        context.setCurrentSystemTimeMs(context.currentSystemTimeMs() + millis);
        context.resetForwards();
        context.scheduledPunctuators().forEach(timer -> timer.getPunctuator().punctuate(context.currentSystemTimeMs()));
        return context.forwarded().stream()
                .map(sent -> ((Admission.Ticked) sent.record().value()).clock())
                .toList();
    }
}
