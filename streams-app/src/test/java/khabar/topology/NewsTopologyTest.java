package khabar.topology;

import static khabar.topology.Newsroom.NOON;
import static khabar.topology.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import khabar.language.TextCore;
import khabar.schemas.Article;
import khabar.schemas.PaneTiming;
import khabar.schemas.PubStatus;
import khabar.schemas.RejectReason;
import khabar.schemas.RejectedArticle;
import khabar.settings.Settings;
import khabar.topics.SingleObjectFormat;
import khabar.topics.registry.ConfluentFormat;
import khabar.topics.registry.InProcessRegistry;
import khabar.topics.registry.SchemaRegistry;
import khabar.topology.rank.RankEntities;
import org.junit.jupiter.api.Test;

class NewsTopologyTest {
    private static final TextCore CORE = TextCore.shipped();
    private static final String SYRIA_BY_DAY = "2026-11-22T00:00:00Z/P1D/Q858";
    private static final String SYRIA_BY_HOUR = "2026-11-22T12:00:00Z/PT1H/Q858";
    private static final String SYRIA = "سوریه";

    private static Article syria() {
        return article("a", SYRIA).setBody(SYRIA + " و " + SYRIA).build();
    }

    @Test
    void anArticleIsCountedInEveryWindowSize() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(syria()).settle();

            assertThat(newsroom.panesOf(SYRIA_BY_DAY)).containsExactly("EARLY 0: 3 in 1");
            assertThat(newsroom.panesOf(SYRIA_BY_HOUR)).containsExactly("EARLY 0: 3 in 1");
            assertThat(newsroom.panesOf("2026-11-22T12:00:00Z/PT1M/Q858")).containsExactly("EARLY 0: 3 in 1");
        }
    }

    @Test
    void withARegistryTheCountsAreTheSameAndInternalTopicsStayOutOfIt() {
        try (InProcessRegistry registry = new InProcessRegistry();
                Newsroom newsroom = new Newsroom(
                        CORE,
                        Settings.defaults(),
                        new ConfluentFormat(new SchemaRegistry(registry.address()), SingleObjectFormat.compiledIn()))) {
            newsroom.send(syria()).settle();
            newsroom.send(article("a", SYRIA).setVersion("2").build()).settle();
            newsroom.send(article("b", "").build()).settle();

            assertThat(newsroom.panesOf(SYRIA_BY_DAY)).containsExactly("EARLY 0: 3 in 1", "EARLY 1: 1 in 1");
            assertThat(newsroom.enriched()).hasSize(2);
            assertThat(newsroom.rejected()).hasSize(1);
            assertThat(registry.subjects())
                    .contains("news.enriched-value", "news.rejected-value", "news.top-entities-value")
                    .allMatch(subject -> subject.startsWith("news."));
        }
    }

    @Test
    void manyArticlesWithinOnePaneIntervalGiveOneEarlyPane() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            for (int i = 0; i < 10; i++) {
                newsroom.send(article("a" + i, SYRIA).build());
            }
            newsroom.settle();

            assertThat(newsroom.panesOf(SYRIA_BY_DAY)).containsExactly("EARLY 0: 10 in 10");
        }
    }

    @Test
    void anExactDuplicateChangesNothingAndIsNotEnrichedAgain() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(syria()).settle().send(syria()).settle();

            assertThat(newsroom.panesOf(SYRIA_BY_DAY)).containsExactly("EARLY 0: 3 in 1");
            assertThat(newsroom.enriched()).hasSize(1);
        }
    }

    @Test
    void aCorrectionTakesBackWhatTheRevisionBeforeItSaid() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(syria()).settle();
            newsroom.send(article("a", SYRIA).setVersion("2").build()).settle();

            assertThat(newsroom.panesOf(SYRIA_BY_DAY)).containsExactly("EARLY 0: 3 in 1", "EARLY 1: 1 in 1");
        }
    }

    @Test
    void anOlderRevisionThatArrivesLateChangesNothing() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(article("a", SYRIA).setVersion("2").build()).settle();
            newsroom.send(syria()).settle();

            assertThat(newsroom.panesOf(SYRIA_BY_DAY)).containsExactly("EARLY 0: 1 in 1");
        }
    }

    @Test
    void aCorrectionOfTheDateMovesTheArticleToAnotherWindow() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(syria()).settle();
            newsroom.send(Article.newBuilder(syria())
                            .setVersion("2")
                            .setPublishedAt(NOON.minus(Duration.ofHours(1)))
                            .build())
                    .settle();

            assertThat(newsroom.panesOf(SYRIA_BY_HOUR)).containsExactly("EARLY 0: 3 in 1", "EARLY 1: 0 in 0");
            assertThat(newsroom.panesOf("2026-11-22T11:00:00Z/PT1H/Q858")).containsExactly("EARLY 0: 3 in 1");
            assertThat(newsroom.panesOf(SYRIA_BY_DAY)).containsExactly("EARLY 0: 3 in 1");
        }
    }

    @Test
    void aCancelWinsEvenBeforeItsArticle() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(article("a", SYRIA).setPubStatus(PubStatus.CANCELED).build());
            newsroom.send(Article.newBuilder(syria()).setVersion("9").build()).settle();

            assertThat(newsroom.panesOf(SYRIA_BY_DAY)).isEmpty();
            assertThat(newsroom.enriched())
                    .singleElement()
                    .satisfies(article -> assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED));
        }
    }

    @Test
    void aWithheldArticleIsTakenBackUntilAHigherVersionRestoresIt() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(syria()).settle();
            newsroom.send(Article.newBuilder(syria())
                            .setVersion("2")
                            .setPubStatus(PubStatus.WITHHELD)
                            .build())
                    .settle();
            newsroom.send(Article.newBuilder(syria()).setVersion("3").build()).settle();

            assertThat(newsroom.panesOf(SYRIA_BY_DAY))
                    .containsExactly("EARLY 0: 3 in 1", "EARLY 1: 0 in 0", "EARLY 2: 3 in 1");
        }
    }

    @Test
    void aWindowClosesOnceEventTimeHasPassedItsEndAndTheLateness() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.pass(Duration.ofHours(3));
            newsroom.send(syria()).settle();
            newsroom.send(article("b", "x")
                            .setPublishedAt(NOON.plus(Duration.ofMinutes(60)))
                            .build())
                    .settle();
            assertThat(newsroom.panesOf(SYRIA_BY_HOUR)).containsExactly("EARLY 0: 3 in 1");

            newsroom.send(article("c", "x")
                            .setPublishedAt(NOON.plus(Duration.ofMinutes(61)))
                            .build())
                    .settle();
            assertThat(newsroom.panesOf(SYRIA_BY_HOUR)).containsExactly("EARLY 0: 3 in 1", "ON_TIME 1: 3 in 1");

            newsroom.send(article("d", SYRIA).build()).settle();
            assertThat(newsroom.panesOf(SYRIA_BY_HOUR))
                    .containsExactly("EARLY 0: 3 in 1", "ON_TIME 1: 3 in 1", "LATE 2: 4 in 2");
        }
    }

    @Test
    void theLastWindowsOfAReplayCloseWhenTheFeedFallsSilent() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(Article.newBuilder(syria())
                            .setPublishedAt(NOON.minus(Duration.ofDays(400)))
                            .build())
                    .settle()
                    .fallSilent();

            assertThat(newsroom.panesOf("2025-10-18T00:00:00Z/P1D/Q858"))
                    .containsExactly("EARLY 0: 3 in 1", "ON_TIME 1: 3 in 1");
        }
    }

    @Test
    void aSilentNightClosesAWindowOnlyWhenItIsOverOnTheWallClock() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(syria()).settle().fallSilent();
            assertThat(newsroom.panesOf(SYRIA_BY_DAY)).containsExactly("EARLY 0: 3 in 1");

            newsroom.pass(Duration.ofHours(12).plusMinutes(1)).settle();
            assertThat(newsroom.panesOf(SYRIA_BY_DAY)).containsExactly("EARLY 0: 3 in 1", "ON_TIME 1: 3 in 1");
        }
    }

    @Test
    void whatIsRefusedSaysWhy() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(article("no-text", " ").build());
            newsroom.send(article("version", SYRIA).setVersion("1.2").build());
            newsroom.send(article("future", SYRIA)
                    .setPublishedAt(NOON.plus(Duration.ofMinutes(6)))
                    .build());
            newsroom.send(
                    article("large", SYRIA).setBody("x".repeat((1 << 20) + 1)).build());
            newsroom.sendAs("other", syria());
            newsroom.send(article("newest", SYRIA).build());
            newsroom.send(article("too-late", SYRIA)
                    .setPublishedAt(NOON.minus(Duration.ofDays(31)))
                    .build());
            newsroom.settle();

            assertThat(newsroom.rejected())
                    .extracting(RejectedArticle::getReason)
                    .containsExactly(
                            RejectReason.MISSING_TEXT,
                            RejectReason.VERSION_FORM,
                            RejectReason.FUTURE_DATE,
                            RejectReason.TOO_LARGE,
                            RejectReason.BROKEN_RECORD,
                            RejectReason.TOO_LATE);
            assertThat(newsroom.panesOf(SYRIA_BY_DAY)).containsExactly("EARLY 0: 1 in 1");
        }
    }

    @Test
    void anArticleFromTheFutureDoesNotMoveTime() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(syria()).settle();
            newsroom.send(article("future", SYRIA)
                            .setPublishedAt(NOON.plus(Duration.ofDays(90)))
                            .build())
                    .settle();
            newsroom.send(article("b", SYRIA).build()).settle();

            assertThat(newsroom.panesOf(SYRIA_BY_DAY)).containsExactly("EARLY 0: 3 in 1", "EARLY 1: 4 in 2");
        }
    }

    @Test
    void topEntitiesFollowTheCountsAlsoDownwards() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(article("a", SYRIA + " " + SYRIA + " روسیه").build())
                    .settle()
                    .pass(RankEntities.LEAST_INTERVAL)
                    .settle();
            newsroom.send(article("a", "روسیه").setVersion("2").build())
                    .settle()
                    .pass(RankEntities.LEAST_INTERVAL)
                    .settle();

            assertThat(newsroom.topPanes())
                    .filteredOn(pane -> pane.key().equals("2026-11-22T00:00:00Z/P1D"))
                    .extracting(pane -> pane.value().getEntities().stream()
                            .map(row -> row.getEntityId() + " " + row.getCount())
                            .toList()
                            .toString())
                    .containsExactly("[Q858 2, Q159 1]", "[Q159 1]");
        }
    }

    @Test
    void topEntitiesOfAnOpenWindowAreToldOnceInASecondAndOfAClosedOneAtOnce() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            for (String uri : List.of("a", "b", "c")) {
                newsroom.send(article(uri, SYRIA).build()).settle().settle();
            }
            assertThat(newsroom.topPanes())
                    .filteredOn(pane -> pane.key().equals("2026-11-22T12:00:00Z/PT1M"))
                    .as("of three, within a second")
                    .hasSizeBetween(1, 2);

            newsroom.send(article("d", SYRIA)
                            .setPublishedAt(NOON.plus(Duration.ofMinutes(4)))
                            .build())
                    .settle()
                    .settle();

            assertThat(newsroom.topPanes())
                    .filteredOn(pane -> pane.key().equals("2026-11-22T12:00:00Z/PT1M"))
                    .last()
                    .satisfies(pane -> {
                        assertThat(pane.value().getPane().getTiming()).isEqualTo(PaneTiming.ON_TIME);
                        assertThat(pane.value().getEntities().get(0).getArticles())
                                .isEqualTo(3);
                    });
        }
    }

    @Test
    void stateOfWindowsBeyondTheHorizonIsForgotten() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            newsroom.send(Article.newBuilder(syria())
                            .setPublishedAt(NOON.minus(Duration.ofDays(90)))
                            .build())
                    .settle();
            newsroom.send(article("b", SYRIA)
                            .setPublishedAt(NOON.minus(Duration.ofDays(50)))
                            .build())
                    .settle();
            newsroom.send(article("c", SYRIA).build())
                    .settle()
                    .pass(RankEntities.LEAST_INTERVAL)
                    .settle();

            assertThat(newsroom.storedKeys("entity-counts")).hasSize(3);
            assertThat(newsroom.storedKeys("partial-tops")).hasSize(3);
            assertThat(newsroom.storedKeys("top-entities")).hasSize(3);
            assertThat(newsroom.storedKeys("revisions")).hasSize(1);
        }
    }

    @Test
    void everyRecordIsACloudEventAndPassesTheTraceOn() {
        try (Newsroom newsroom = new Newsroom(CORE)) {
            String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
            newsroom.sendTraced(syria(), trace).settle();

            assertThat(newsroom.entityPanes()).allSatisfy(pane -> {
                assertThat(Newsroom.header(pane, "ce_id")).isEqualTo(pane.key() + "#0");
                assertThat(Newsroom.header(pane, "ce_type")).isEqualTo("khabar.entity-count");
                assertThat(Newsroom.header(pane, "traceparent")).isEqualTo(trace);
            });
        }
    }
}
