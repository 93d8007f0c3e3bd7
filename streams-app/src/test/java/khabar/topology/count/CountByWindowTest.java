package khabar.topology.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import khabar.schemas.PaneTiming;
import khabar.schemas.state.Contribution;
import khabar.schemas.state.Contributions;
import khabar.schemas.state.FeedClock;
import khabar.settings.Settings;
import khabar.topics.SingleObjectFormat;
import khabar.topics.WindowKey;
import khabar.topology.TopologyOptions;
import khabar.topology.revision.SignedContribution.Counts;
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
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A feed that jumps far ahead, as after a long pause: many windows are due to close at one time. */
final class CountByWindowTest {
    private static final Instant ONE = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final TopologyOptions options =
            TopologyOptions.from(Settings.defaults().with(TopologyOptions.WINDOW_SIZES, "PT1H"), 1);
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Contributions> contributions;
    private final TestOutputTopic<String, String> outcomes;

    CountByWindowTest() {
        Serde<Contributions> serde = SingleObjectFormat.compiledIn().serdeOf(Contributions.class);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("contributions", Consumed.with(Serdes.String(), serde))
                .process(CountByWindow.stage(options, Counts.ENTITIES, CountStores.ENTITIES), Named.as("count"))
                .mapValues(CountByWindowTest::text)
                .to("outcomes", Produced.with(Serdes.String(), Serdes.String()));
        driver = new TopologyTestDriver(builder.build(), new Properties());
        contributions = driver.createInputTopic("contributions", new StringSerializer(), serde.serializer());
        outcomes = driver.createOutputTopic("outcomes", new StringDeserializer(), new StringDeserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void noMoreWindowsCloseInOneTransactionThanFitIntoIt() {
        count(ONE, CountByWindow.MOST_AT_ONCE);
        count(ONE.plus(HOUR), 2);
        count(ONE.plus(HOUR.multipliedBy(2)), 1);
        tell(ONE.plus(HOUR.multipliedBy(9)));

        driver.advanceWallClockTime(options.paneInterval());
        List<String> first = outcomes.readValuesToList();
        assertThat(first).filteredOn(one -> one.startsWith("ON_TIME")).hasSize(CountByWindow.MOST_AT_ONCE);
        assertThat(first).contains("closed until 2026-01-05T11:00:00Z").noneMatch(one -> one.contains("forgotten"));

        driver.advanceWallClockTime(options.paneInterval());
        assertThat(outcomes.readValuesToList())
                .filteredOn(one -> !one.startsWith("settled"))
                .containsSubsequence(
                        "ON_TIME of 2026-01-05T11:00:00Z",
                        "ON_TIME of 2026-01-05T11:00:00Z",
                        "closed until 2026-01-05T12:00:00Z",
                        "ON_TIME of 2026-01-05T12:00:00Z",
                        "closed until 2026-01-05T13:00:00Z",
                        "closed until 2026-01-05T18:00:00Z");
    }

    @Test
    void aSingleWindowThatIsDueClosesInPortions() {
        int portion = options.closingPortion();
        count(ONE, 2 * portion + 1);
        driver.advanceWallClockTime(options.paneInterval());
        panes();
        tell(ONE.plus(HOUR).plus(options.lateness().of(HOUR)));

        driver.advanceWallClockTime(options.paneInterval());
        List<String> first = panes();
        count(ONE, 2 * portion + 1);
        driver.advanceWallClockTime(options.paneInterval());
        List<String> second = panes();
        driver.advanceWallClockTime(options.paneInterval());
        List<String> third = panes();

        for (List<String> part : List.of(first, second)) {
            assertThat(part).hasSize(portion).containsOnly("ON_TIME of 2026-01-05T10:00:00Z");
        }
        assertThat(third).startsWith("ON_TIME of 2026-01-05T10:00:00Z", "closed until 2026-01-05T11:00:00Z");
        assertThat(third.subList(2, third.size()))
                .as("those that were counted again after their ON_TIME pane")
                .hasSize(portion)
                .containsOnly("LATE of 2026-01-05T10:00:00Z");
    }

    @Test
    void whatComesForAnEarlierWindowWhileOneIsBeingClosedIsLate() {
        int portion = options.closingPortion();
        count(ONE.minus(HOUR.multipliedBy(3)), 1);
        tell(ONE.minus(HOUR));
        driver.advanceWallClockTime(options.paneInterval());
        count(ONE, portion + 1);
        tell(ONE.plus(HOUR).plus(options.lateness().of(HOUR)));
        driver.advanceWallClockTime(options.paneInterval());
        panes();

        count(ONE.minus(HOUR), 1);
        driver.advanceWallClockTime(options.paneInterval());

        assertThat(panes())
                .containsExactly(
                        "ON_TIME of 2026-01-05T10:00:00Z",
                        "closed until 2026-01-05T11:00:00Z",
                        "LATE of 2026-01-05T09:00:00Z");
    }

    @Test
    void whoeverTakesOverWhileAWindowIsBeingClosedGoesOnBehindTheLastPane() {
        KeyValueStore<String, Long> stored = driver.getKeyValueStore(CountStores.ENTITIES.clockName());
        count(ONE, options.closingPortion() + 1);
        tell(ONE.plus(HOUR).plus(options.lateness().of(HOUR)));
        driver.advanceWallClockTime(options.paneInterval());

        WindowClock other = new WindowClock(options, stored);
        WindowKey window = WindowKey.containing(ONE, HOUR, "");
        assertThat(other.isBeingClosed(window)).isTrue();
        assertThat(other.isBeingClosed(window.next())).isFalse();
        assertThat(other.closingFrom(window).id()).isNotEmpty();
        driver.advanceWallClockTime(options.paneInterval());

        assertThat(new WindowClock(options, stored).isBeingClosed(window)).isFalse();
    }

    @Test
    void whatIsDueIsClosedBeforeItIsForgotten() {
        count(ONE, CountByWindow.MOST_AT_ONCE);
        count(ONE.plus(HOUR), 1);
        tell(ONE.plus(options.horizon().multipliedBy(3)));

        driver.advanceWallClockTime(options.paneInterval());
        driver.advanceWallClockTime(options.paneInterval());

        assertThat(outcomes.readValuesToList()).contains("ON_TIME of 2026-01-05T11:00:00Z");
        try (KeyValueIterator<Object, Object> left =
                driver.getKeyValueStore("entity-counts").all()) {
            assertThat(left.hasNext()).isFalse();
        }
    }

    @Test
    void aWindowThatIsForgottenDoesNotBeginAnew() {
        count(ONE, 1);
        tell(ONE.plus(options.horizon().multipliedBy(3)));
        driver.advanceWallClockTime(options.paneInterval());
        assertThat(outcomes.readValuesToList()).contains("ON_TIME of 2026-01-05T10:00:00Z", "forgotten");

        count(ONE, 1);
        driver.advanceWallClockTime(options.paneInterval());

        assertThat(outcomes.readValuesToList()).containsOnly("settled");
    }

    @Test
    void aWindowStaysWhileAMarkThatChangesItMayBeOnItsWay() {
        Instant far = ONE.plus(options.horizon().multipliedBy(3));
        count(ONE, 1);
        tell(new FeedClock(0, far, false, null));
        driver.advanceWallClockTime(options.paneInterval());
        assertThat(outcomes.readValuesToList())
                .contains("ON_TIME of 2026-01-05T10:00:00Z")
                .doesNotContain("forgotten");

        count(ONE, 1);
        tell(new FeedClock(0, null, false, far.minus(options.horizon())));
        driver.advanceWallClockTime(options.paneInterval());
        assertThat(outcomes.readValuesToList()).containsSubsequence("LATE of 2026-01-05T10:00:00Z", "forgotten");
    }

    @Test
    void whatIsFinalIsNotForgottenBeforeTheFeedsClockHasClosedIt() {
        count(ONE, 1);
        tell(new FeedClock(0, null, false, ONE.plus(options.horizon())));
        driver.advanceWallClockTime(options.paneInterval());
        assertThat(outcomes.readValuesToList()).doesNotContain("forgotten");

        tell(ONE.plus(options.horizon().multipliedBy(3)));
        driver.advanceWallClockTime(options.paneInterval());
        assertThat(outcomes.readValuesToList()).containsSubsequence("ON_TIME of 2026-01-05T10:00:00Z", "forgotten");
    }

    /** What came out since it was last asked for, but for what is told each time. */
    private List<String> panes() {
        return outcomes.readValuesToList().stream()
                .filter(one -> !one.equals("settled") && !one.equals("forgotten"))
                .toList();
    }

    /** The feed has come so far, and no mark is on its way any more. */
    private void tell(Instant feedTime) {
        tell(new FeedClock(0, feedTime, false, null));
        tell(new FeedClock(0, null, false, feedTime.minus(options.horizon())));
    }

    private void tell(FeedClock clock) {
        contributions.pipeInput("clock", new Contributions(clock, List.of(), List.of()));
    }

    private void count(Instant at, int ids) {
        List<Contribution> all = IntStream.range(0, ids)
                .mapToObj(id -> new Contribution("Q" + id, at, 1, 1, "place", 1, 1, "Reuters", null))
                .toList();
        contributions.pipeInput("article", new Contributions(null, all, List.of()));
    }

    private static String text(Counted counted) {
        if (counted instanceof Counted.Value value) {
            PaneTiming timing = value.pane().getTiming();
            return timing + " of " + value.key().start();
        }
        if (counted instanceof Counted.Closed closed) {
            return "closed until " + closed.until();
        }
        return counted instanceof Counted.Expired ? "forgotten" : "settled";
    }
}
