package khabar.topology;

import static khabar.topology.Newsroom.NOON;
import static khabar.topology.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import khabar.language.TextCore;
import khabar.schemas.EntityPairCount;
import khabar.schemas.PubStatus;
import khabar.settings.Settings;
import khabar.topology.pair.PairOptions;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** Which entities are named together, seen through the topics only. */
class PairsTest {
    private static final TextCore CORE = TextCore.shipped();
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final String BY_HOUR = "2026-11-22T12:00:00Z/PT1H/Q159+Q858";
    private static final String BOTH = "سوریه و روسیه";

    @Test
    void aPairIsToldOnceEnoughArticlesNameBoth() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(article("a", BOTH).build()).pass(A_SECOND);
            assertThat(newsroom.pairPanes()).isEmpty();

            newsroom.send(article("b", BOTH).build())
                    .send(article("c", "سوریه").build())
                    .pass(A_SECOND);
            assertThat(panes(newsroom)).containsExactly("EARLY 0: 2, strength 0.0");
        }
    }

    @Test
    void strengthIsOneWhereTwoAreOnlyNamedTogether() {
        try (Newsroom newsroom = new Newsroom(CORE, every())) {
            newsroom.send(article("a", BOTH).build())
                    .send(article("b", "ایران").build())
                    .pass(A_SECOND);

            assertThat(panes(newsroom)).containsExactly("EARLY 0: 1, strength 1.0");
        }
    }

    @Test
    void strengthIsNotDefinedWhereEveryArticleNamesBoth() {
        try (Newsroom newsroom = new Newsroom(CORE, every())) {
            newsroom.send(article("a", BOTH).build()).pass(A_SECOND);

            assertThat(panes(newsroom)).containsExactly("EARLY 0: 1, strength null");
        }
    }

    @Test
    void aCorrectionAndACancelTakeAPairBack() {
        try (Newsroom newsroom = new Newsroom(CORE, every())) {
            newsroom.send(article("a", BOTH).build()).pass(A_SECOND);
            newsroom.send(article("a", "سوریه").setVersion("2").build()).pass(A_SECOND);
            newsroom.send(article("a", BOTH).setVersion("3").build()).pass(A_SECOND);
            newsroom.send(article("a", BOTH).setPubStatus(PubStatus.CANCELED).build())
                    .pass(A_SECOND);

            assertThat(panes(newsroom))
                    .containsExactly(
                            "EARLY 0: 1, strength null",
                            "EARLY 1: 0, strength null",
                            "EARLY 2: 1, strength null",
                            "EARLY 3: 0, strength null");
        }
    }

    @Test
    void aClosingWindowTellsAllPairsAndALateArticleThoseWhoseStrengthItChanges() {
        try (Newsroom newsroom = new Newsroom(CORE, every())) {
            newsroom.pass(Duration.ofHours(3));
            newsroom.send(article("a", BOTH).build())
                    .send(article("b", "ایران").build())
                    .send(article("c", "روسیه").build())
                    .send(article("d", "هیچ")
                            .setPublishedAt(NOON.plus(Duration.ofMinutes(62)))
                            .build())
                    .settle()
                    .pass(A_SECOND);
            newsroom.send(article("e", "ایران").build()).pass(A_SECOND);

            assertThat(panes(newsroom)).hasSizeGreaterThanOrEqualTo(2).satisfies(all -> {
                assertThat(all.get(all.size() - 2)).startsWith("ON_TIME").endsWith(": 1, strength 0.369");
                assertThat(all.get(all.size() - 1)).startsWith("LATE").endsWith(": 1, strength 0.5");
            });
        }
    }

    @Test
    void onlyTheMostMentionedEntitiesAreMatchedAndThatIsSaid() {
        try (Newsroom newsroom = new Newsroom(CORE, every().with(PairOptions.ENTITY_CAP, "2"))) {
            newsroom.send(article("a", BOTH + " روسیه سوریه ایران").build()).pass(A_SECOND);

            assertThat(newsroom.pairPanes())
                    .extracting(TestRecord::key)
                    .containsExactlyInAnyOrder(BY_HOUR, "2026-11-22T00:00:00Z/P1D/Q159+Q858");
            assertThat(newsroom.pairPanes()).extracting(TestRecord::value).allSatisfy(value -> {
                assertThat(value.getEntityCap()).isEqualTo(2);
                assertThat(value.getCappedArticles()).isEqualTo(1);
            });
        }
    }

    @Test
    void pairsOfWindowsBeyondTheHorizonAreForgotten() {
        try (Newsroom newsroom = new Newsroom(CORE, every())) {
            for (int day = 120; day >= 0; day -= 10) {
                newsroom.send(article("a" + day, BOTH)
                                .setPublishedAt(NOON.minus(Duration.ofDays(day)))
                                .build())
                        .settle()
                        .pass(A_SECOND);
            }

            // Four days within the horizon of thirty days, by hour and by day; the day that holds its edge stays.
            assertThat(newsroom.storedKeys("paired-articles")).hasSizeLessThanOrEqualTo(10);
            assertThat(newsroom.storedKeys("published-pairs")).hasSizeLessThanOrEqualTo(10);
            assertThat(newsroom.storedKeys("pair-changes")).isEmpty();
        }
    }

    private static Settings every() {
        return Settings.defaults().with(PairOptions.LEAST_ARTICLES, "1");
    }

    private static List<String> panes(Newsroom newsroom) {
        return newsroom.pairPanes().stream()
                .filter(pane -> pane.key().equals(BY_HOUR))
                .map(TestRecord::value)
                .map(PairsTest::text)
                .toList();
    }

    private static String text(EntityPairCount count) {
        return count.getPane().getTiming() + " " + count.getPane().getIndex() + ": " + count.getArticles()
                + ", strength " + count.getStrength();
    }
}
