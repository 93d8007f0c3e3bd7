package khabar.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import khabar.app.Audits;
import khabar.audit.Comparison;
import khabar.audit.FeedRecord;
import khabar.audit.Mismatch;
import khabar.audit.Published;
import khabar.audit.Recount;
import khabar.language.TextCore;
import khabar.language.entity.Demonyms;
import khabar.schemas.Article;
import khabar.schemas.EntityCount;
import khabar.schemas.PaneTiming;
import khabar.schemas.PubStatus;
import khabar.schemas.RuleKind;
import khabar.settings.Settings;
import khabar.topics.Topics;
import khabar.topology.duplicate.DuplicateOptions;
import khabar.topology.pair.PairOptions;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** The law as a property: whatever the history, the newest panes are what a plain recount finds. */
class LawTest {
    /** Of what may be counted, all is. */
    static final TextCore CORE = TextCore.builder().demonyms(Demonyms.COUNTED).build();

    /** Where to begin, so that many can be run in pieces. */
    private static final long FIRST = Long.getLong("khabar.law.seed", 1);

    private static final int HISTORIES = Integer.getInteger("khabar.law.histories", 8);
    /** More than the windows of one size and time hold, of entities and subjects. */
    private static final int MOST_IDS = 100;

    private static final List<String> SOURCES = List.of("فارس", "ایرنا", "Reuters");
    private static final List<String> SENTENCES = List.of(
            "سوریه",
            "روسیه",
            "سوریه و روسیه",
            "ارتش سوریه",
            "هیچ",
            "روسیه روسیه سوریه سوریه",
            "روسی",
            "سوریه و روسی و سوری");

    @Test
    void theNewestPanesAreWhatARecountFindsWhateverTheHistory() {
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            // Some are longer than the window of near-duplicates.
            List<Article> history = history(new Random(seed), Duration.ofHours(seed % 2 == 0 ? 30 : 300));
            List<Mismatch> mismatches = mismatches(history, new Random(seed));
            if (!mismatches.isEmpty()) {
                fail("seed %d: %s, smallest failing history: %s", seed, mismatches, smallestFailing(history, seed));
            }
        }
    }

    @Test
    void theAggregatesAreTheSameInEveryOrderAndWithEveryDuplicate() {
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            Random random = new Random(seed);
            List<Article> history = history(random, Duration.ofHours(30));
            List<Article> again = new ArrayList<>(history);
            history.stream().filter(article -> random.nextInt(3) == 0).forEach(again::add);
            Collections.shuffle(again, random);

            assertThat(aggregates(again, new Random(seed + 1)))
                    .as("seed %d", seed)
                    .isEqualTo(aggregates(history, new Random(seed)));
        }
    }

    @Test
    void theRecountAgreesAlsoWhereTheHorizonCutsTheHistory() {
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            List<Article> history = history(new Random(seed), Duration.ofDays(90));
            assertThat(mismatches(history, new Random(seed)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void aThirdOfTheHistoriesRetellsAStoryAtLeast() {
        int retold = 0;
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            try (Newsroom newsroom = new Newsroom(CORE)) {
                play(newsroom, history(new Random(seed), Duration.ofHours(30)), new Random(seed));
                retold += newsroom.enriched().stream().anyMatch(article -> article.getDuplicateOf() != null) ? 1 : 0;
            }
        }
        assertThat(retold).isGreaterThanOrEqualTo(HISTORIES / 3);
    }

    @Test
    void halfOfTheHistoriesHaveDemonymsAtLeastAloneAndInCopiesToo() {
        int counted = 0;
        int alone = 0;
        int inCopies = 0;
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            try (Newsroom newsroom = new Newsroom(CORE)) {
                play(newsroom, history(new Random(seed), Duration.ofHours(30)), new Random(seed));
                List<EntityCount> panes =
                        newsroom.entityPanes().stream().map(TestRecord::value).toList();
                counted += panes.stream().anyMatch(pane -> pane.getDemonymCount() > 0) ? 1 : 0;
                alone += panes.stream().anyMatch(pane -> pane.getDemonymOnlyArticles() > 0) ? 1 : 0;
                inCopies += panes.stream().anyMatch(LawTest::hasDemonymsInCopies) ? 1 : 0;
            }
        }
        assertThat(counted).isGreaterThanOrEqualTo(HISTORIES / 2);
        assertThat(alone).isGreaterThanOrEqualTo(HISTORIES / 2);
        assertThat(inCopies).isPositive();
    }

    @Test
    void theRecountFindsACountThatSaysItHasOtherDemonyms() {
        List<Article> history = List.of(Newsroom.article("a", "روسی").build());
        try (Newsroom newsroom = new Newsroom(CORE)) {
            play(newsroom, history, new Random(FIRST));
            Published published = published(newsroom);
            TestRecord<String, EntityCount> pane = newsroom.entityPanes().get(0);
            for (String field :
                    List.of("demonymCount", "demonymOnlyArticles", "uniqueDemonymCount", "uniqueDemonymOnlyArticles")) {
                EntityCount wrong = EntityCount.newBuilder(pane.value()).build();
                wrong.put(field, 2L);
                published.entityCount(pane.key(), wrong);
                assertThat(new Comparison(recount(newsroom.options, history), published).mismatches())
                        .as(field)
                        .extracting(Mismatch::key)
                        .containsExactly(pane.key());
            }
        }
    }

    private static boolean hasDemonymsInCopies(EntityCount pane) {
        return pane.getDemonymCount() > pane.getUniqueDemonymCount();
    }

    @Test
    void everyKeyHasPanesWithoutAGapAndAtMostOneOnTime() {
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            Random random = new Random(seed);
            try (Newsroom newsroom = new Newsroom(CORE, settings(random))) {
                play(newsroom, history(random, Duration.ofDays(3)), random);
                Map<String, List<EntityCount>> byKey = new TreeMap<>();
                newsroom.entityPanes()
                        .forEach(pane -> byKey.computeIfAbsent(pane.key(), key -> new ArrayList<>())
                                .add(pane.value()));
                for (Map.Entry<String, List<EntityCount>> panes : byKey.entrySet()) {
                    assertPanes("seed " + seed + " " + panes.getKey(), panes.getValue());
                }
            }
        }
    }

    private static void assertPanes(String name, List<EntityCount> panes) {
        long onTime = 0;
        boolean closed = false;
        for (int i = 0; i < panes.size(); i++) {
            PaneTiming timing = panes.get(i).getPane().getTiming();
            assertThat(panes.get(i).getPane().getIndex()).as(name).isEqualTo(i);
            onTime += timing == PaneTiming.ON_TIME ? 1 : 0;
            assertThat(closed && timing == PaneTiming.EARLY)
                    .as(name + " opens again")
                    .isFalse();
            closed |= timing != PaneTiming.EARLY;
        }
        assertThat(onTime).as(name).isLessThanOrEqualTo(1);
    }

    /** Articles with corrections, cancels and withheld revisions, in any order. */
    static List<Article> history(Random random, Duration span) {
        List<Article> history = new ArrayList<>();
        int uris = 1 + random.nextInt(8);
        int revisions = 5 + random.nextInt(40);
        for (int i = 0; i < revisions; i++) {
            Instant published = Newsroom.NOON.minusMillis((long) (random.nextDouble() * span.toMillis()));
            history.add(Newsroom.article("uri-" + random.nextInt(uris), SENTENCES.get(random.nextInt(SENTENCES.size())))
                    .setBody(random.nextInt(4) == 0 ? null : WireStories.told(random))
                    .setVersion(Integer.toString(1 + random.nextInt(4)))
                    .setVersionCreated(published.plusSeconds(random.nextInt(3)))
                    .setPublishedAt(published)
                    .setSource(SOURCES.get(random.nextInt(SOURCES.size())))
                    .setPubStatus(status(random.nextInt(12)))
                    .build());
        }
        return history;
    }

    private static PubStatus status(int die) {
        return switch (die) {
            case 0 -> PubStatus.CANCELED;
            case 1, 2 -> PubStatus.WITHHELD;
            default -> PubStatus.USABLE;
        };
    }

    private static Settings settings(Random random) {
        return Settings.defaults()
                .with(TopologyOptions.WINDOW_SIZES, random.nextBoolean() ? "PT1H,P1D" : "PT10M,PT6H")
                .with(TopologyOptions.LATENESS, random.nextBoolean() ? "0s" : "PT1H=30m,PT10M=0s,P1D=2h")
                .with(PairOptions.LEAST_ARTICLES, random.nextBoolean() ? "1" : "2")
                .with(PairOptions.ENTITY_CAP, random.nextBoolean() ? "2" : "10")
                .with(DuplicateOptions.WINDOW, random.nextBoolean() ? "72h" : "5h")
                .with(TopologyOptions.TOP_ENTITIES, random.nextBoolean() ? "1" : "50")
                .with(TopologyOptions.CLOSING_PORTION, random.nextBoolean() ? "2" : "300");
    }

    /** Sends the history with pauses of any length, and lets the feed fall silent at the end. */
    static void play(Newsroom newsroom, List<Article> history, Random random) {
        for (Article article : history) {
            newsroom.send(article);
            if (random.nextInt(4) == 0) {
                newsroom.pass(Duration.ofMillis(random.nextInt(40_000)));
            }
        }
        newsroom.settle().fallSilent();
        for (int left = MOST_IDS; left > 0; left -= newsroom.options.closingPortion()) {
            newsroom.pass(newsroom.options.paneInterval());
        }
        newsroom.settle();
    }

    private static List<Mismatch> mismatches(List<Article> history, Random random) {
        try (Newsroom newsroom = new Newsroom(CORE, settings(random))) {
            newsroom.rule("syria", RuleKind.ALERT, "entities: Q858");
            newsroom.rule("loud", RuleKind.ALERT, "kind: threshold", "articles: 2", "window: 6h", "words: روسیه");
            newsroom.rule("trends", RuleKind.ALERT, "kind: trend");
            play(newsroom, history, random);
            Recount recount = recount(newsroom.options, history);
            return new Comparison(recount, published(newsroom)).mismatches();
        }
    }

    private static Recount recount(TopologyOptions options, List<Article> history) {
        Recount recount = new Recount(Audits.options(options), CORE);
        List<FeedRecord> feed = new ArrayList<>();
        for (Article article : history) {
            feed.add(new FeedRecord(0, feed.size(), article.getUri(), article, Newsroom.NOON));
        }
        feed.forEach(recount::contest);
        recount.decide();
        feed.forEach(recount::count);
        return recount;
    }

    private static Published published(Newsroom newsroom) {
        Published published = new Published(1);
        newsroom.entityPanes().forEach(pane -> published.entityCount(pane.key(), pane.value()));
        newsroom.subjectPanes().forEach(pane -> published.subjectCount(pane.key(), pane.value()));
        newsroom.topPanes().forEach(pane -> published.topEntities(pane.key(), pane.value()));
        newsroom.pairPanes().forEach(one -> published.entityPair(one.key(), one.value()));
        newsroom.read(Topics.ALERTS).forEach(one -> published.alert(one.key(), one.value()));
        newsroom.read(Topics.TRENDS).forEach(one -> published.trend(one.key(), one.value()));
        newsroom.read(Topics.ENRICHED).forEach(one -> published.enriched(one.key(), one.value()));
        newsroom.rejected().forEach(published::rejected);
        return published;
    }

    /** The newest counts by key, without those that are taken back to nothing. */
    private static Map<String, String> aggregates(List<Article> history, Random random) {
        Settings settings = Settings.defaults().with(TopologyOptions.WINDOW_SIZES, "PT1H,P1D");
        try (Newsroom newsroom = new Newsroom(CORE, settings)) {
            play(newsroom, history, random);
            Map<String, String> newest = new TreeMap<>();
            for (TestRecord<String, EntityCount> pane : newsroom.entityPanes()) {
                newest.put(pane.key(), Newsroom.text(pane.value()));
            }
            newest.values().removeIf("0 in 0, unique 0 in 0; demonyms 0 in 0, unique 0 in 0"::equals);
            return newest;
        }
    }

    /** Leaves articles out as long as the rest still fails. */
    private static List<Article> smallestFailing(List<Article> history, long seed) {
        List<Article> smallest = new ArrayList<>(history);
        for (int i = smallest.size() - 1; i >= 0; i--) {
            List<Article> without = new ArrayList<>(smallest);
            without.remove(i);
            if (!mismatches(without, new Random(seed)).isEmpty()) {
                smallest = without;
            }
        }
        return smallest;
    }
}
