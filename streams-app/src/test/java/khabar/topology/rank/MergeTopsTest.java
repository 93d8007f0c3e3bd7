package khabar.topology.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import khabar.schemas.state.PartialTop;
import khabar.schemas.state.RankedCount;
import khabar.topics.SingleObjectFormat;
import khabar.topics.WindowKey;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two partitions of entities that do not come equally far, as after one of them was taken over. */
final class MergeTopsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final WindowKey WINDOW = new WindowKey(Instant.parse("2026-01-05T10:00:00Z"), HOUR, "");

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, PartialTop> partials;
    private final TestOutputTopic<String, String> tops;

    MergeTopsTest() {
        Serde<PartialTop> serde = SingleObjectFormat.compiledIn().serdeOf(PartialTop.class);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("partials", Consumed.with(Serdes.String(), serde))
                .processValues(MergeTops.stage(10, 2), Named.as("merge-tops"))
                .mapValues(MergeTopsTest::text)
                .to("tops", Produced.with(Serdes.String(), Serdes.String()));
        driver = new TopologyTestDriver(builder.build(), new Properties());
        partials = driver.createInputTopic("partials", new StringSerializer(), serde.serializer());
        tops = driver.createOutputTopic("tops", new StringDeserializer(), new StringDeserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aRankingIsNotForgottenWhileAPartitionThatLagsMayStillSpeakOfIt() {
        say(0, WINDOW, row("Q794", 3));
        expire(0, WINDOW.next());
        say(1, WINDOW, row("Q858", 2));

        assertThat(tops.readValuesToList()).containsExactly("0 ON_TIME Q794=3", "1 LATE Q794=3 Q858=2");
    }

    @Test
    void whatHasLeftTheHorizonInEveryPartitionIsForgotten() {
        say(0, WINDOW, row("Q794", 3));
        say(0, WINDOW.next(), row("Q794", 1));
        expire(1, WINDOW.next());
        assertThat(kept("partial-tops")).isEqualTo(2);

        expire(0, WINDOW.next());

        assertThat(kept("partial-tops")).isEqualTo(1);
        assertThat(kept(MergeTops.STORE)).isEqualTo(1);
    }

    @Test
    void windowsOfOtherSizesStay() {
        WindowKey day = new WindowKey(Instant.parse("2026-01-05T00:00:00Z"), Duration.ofDays(1), "");
        say(0, day, row("Q794", 3));

        expire(0, WINDOW.next());
        expire(1, WINDOW.next());

        assertThat(kept(MergeTops.STORE)).isEqualTo(1);
    }

    private void say(int partition, WindowKey window, RankedCount... rows) {
        partials.pipeInput(window.text(), new PartialTop(partition, true, false, Arrays.asList(rows)));
    }

    private void expire(int partition, WindowKey stays) {
        partials.pipeInput(stays.text(), new PartialTop(partition, true, true, List.of()));
    }

    private long kept(String store) {
        long kept = 0;
        try (var all = driver.getKeyValueStore(store).all()) {
            for (; all.hasNext(); all.next()) {
                kept++;
            }
        }
        return kept;
    }

    private static RankedCount row(String entity, long count) {
        return new RankedCount(entity, "place", count, 1L, count, 1L, null);
    }

    private static String text(Top top) {
        String rows = top.rows().stream()
                .map(row -> row.getEntityId() + "=" + row.getCount())
                .collect(Collectors.joining(" "));
        return top.pane().getIndex() + " " + top.pane().getTiming() + " " + rows;
    }
}
