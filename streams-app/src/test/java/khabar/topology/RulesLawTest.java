package khabar.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import khabar.app.Audits;
import khabar.audit.Comparison;
import khabar.audit.FeedRecord;
import khabar.audit.Mismatch;
import khabar.audit.Published;
import khabar.audit.Recount;
import khabar.audit.rules.Readings;
import khabar.audit.rules.Trust;
import khabar.language.TextCore;
import khabar.rules.AlertForm;
import khabar.rules.RuleSet;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.PubStatus;
import khabar.schemas.Rule;
import khabar.schemas.RuleKind;
import khabar.settings.Settings;
import khabar.topics.Topics;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/**
 * The law where rules change between articles: the aggregates are a function of the set of winning
 * revisions, each with the rule set that it was last enriched with.
 */
class RulesLawTest {
    private static final TextCore CORE = LawTest.CORE;
    private static final int HISTORIES = Integer.getInteger("khabar.law.histories", 6);
    private static final List<String> SENTENCES = List.of(
            "سوریه", "روسیه و شرکت راستانما", "شرکت راستانما", "ارتش سوریه واژه‌نمونه", "هیچ", "روسیه سوریه سوری");
    private static final Map<String, Rule> RULES = Map.of(
            "firm", rule("firm", RuleKind.GAZETTEER_ENTRY, "khabar:org:rastanama | org | شرکت راستانما"),
            "no-syria", rule("no-syria", RuleKind.GAZETTEER_ENTRY, "drop | Q858"),
            "terms", rule("terms", RuleKind.SUBJECT_RULE, "[20000430]\n9 | واژه‌نمونه"));
    private static final Map<SortedSet<String>, TextCore> CORES = new HashMap<>();

    private String lastKey = "";
    private EntityCount lastPane = new EntityCount();

    /** What was sent and put in one run, and what came of it. */
    private record Run(
            TopologyOptions options,
            List<Article> history,
            SortedSet<String> live,
            Published published,
            List<EnrichedArticle> enriched) {}

    @Test
    void aRecountUnderEachArticlesOwnRulesAgreesWhateverChanged() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            Run run = run(new Random(seed), false);
            // Every set of these rules is known here, so nothing needs to be trusted.
            List<TextCore> all = new ArrayList<>();
            for (int bits = 0; bits < 1 << RULES.size(); bits++) {
                all.add(core(subset(bits)));
            }
            Recount recount = recount(run, new Readings(core(run.live()), all));
            assertThat(new Comparison(recount, run.published()).mismatches())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void onceAllIsReprocessedEverythingIsAsIfTheRulesOfTodayHadAlwaysBeen() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            Run run = run(new Random(seed), true);
            Recount recount = recount(run, new Readings(core(run.live()), List.of()));
            assertThat(new Comparison(recount, run.published()).mismatches())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void whereRulesAreGoneAnArticleIsTakenOnTrustAndSaidSo() {
        Readings readings = new Readings(CORE, List.of());
        Run run = story();
        Recount recount = recount(run, readings);

        assertThat(new Comparison(recount, run.published()).mismatches()).isEmpty();
        assertThat(readings.trust()).isEqualTo(new Trust(1, Newsroom.NOON, 0));
    }

    @Test
    void aCountThatIsNotWhatTheTrustedArticleSaysIsStillFound() {
        Run run = story();
        EntityCount wrong = EntityCount.newBuilder(lastPane).setCount(99).build();
        run.published().entityCount(lastKey, wrong);

        assertThat(new Comparison(recount(run, new Readings(CORE, List.of())), run.published()).mismatches())
                .extracting(Mismatch::key)
                .containsExactly(lastKey);
    }

    /** One article under a rule that is gone afterwards. */
    private Run story() {
        List<Article> history = List.of(Newsroom.article("a", "شرکت راستانما").build());
        try (Newsroom newsroom = new Newsroom(CORE, Settings.defaults().with(TopologyOptions.WINDOW_SIZES, "PT1H"))) {
            put(newsroom, "firm");
            newsroom.send(history.get(0)).rule("firm", null).settle().fallSilent();
            Published published = new Published(1);
            newsroom.entityPanes().forEach(pane -> {
                published.entityCount(pane.key(), pane.value());
                lastKey = pane.key();
                lastPane = pane.value();
            });
            return finished(newsroom, history, new TreeSet<>(), published);
        }
    }

    private static Run run(Random random, boolean reprocessed) {
        Settings settings = Settings.defaults().with(TopologyOptions.WINDOW_SIZES, "PT1H,P1D");
        try (Newsroom newsroom = new Newsroom(CORE, settings)) {
            SortedSet<String> live = new TreeSet<>();
            List<Article> history = new ArrayList<>();
            int revisions = 5 + random.nextInt(25);
            for (int i = 0; i < revisions; i++) {
                if (random.nextInt(6) == 0) {
                    change(newsroom, live, random);
                }
                Article article = article(random);
                history.add(article);
                newsroom.send(article);
                if (random.nextInt(4) == 0) {
                    newsroom.pass(Duration.ofMillis(random.nextInt(40_000)));
                }
            }
            if (reprocessed) {
                List<Article> sent = List.copyOf(history);
                sent.forEach(article -> newsroom.sendAgain(article, "present"));
                history.addAll(sent);
            }
            newsroom.settle().fallSilent();
            Published published = new Published(1);
            newsroom.entityPanes().forEach(pane -> published.entityCount(pane.key(), pane.value()));
            return finished(newsroom, history, live, published);
        }
    }

    private static Run finished(Newsroom newsroom, List<Article> history, SortedSet<String> live, Published published) {
        List<EnrichedArticle> enriched = new ArrayList<>();
        for (TestRecord<String, EnrichedArticle> one : newsroom.read(Topics.ENRICHED)) {
            enriched.add(one.value());
            published.enriched(one.key(), one.value());
        }
        newsroom.subjectPanes().forEach(pane -> published.subjectCount(pane.key(), pane.value()));
        newsroom.topPanes().forEach(pane -> published.topEntities(pane.key(), pane.value()));
        newsroom.pairPanes().forEach(pane -> published.entityPair(pane.key(), pane.value()));
        newsroom.read(Topics.TRENDS).forEach(one -> published.trend(one.key(), one.value()));
        newsroom.rejected().forEach(published::rejected);
        return new Run(newsroom.options, history, live, published, enriched);
    }

    private static Recount recount(Run run, Readings readings) {
        run.enriched().forEach(readings::enriched);
        Recount recount = new Recount(Audits.options(run.options()), readings);
        List<FeedRecord> feed = new ArrayList<>();
        for (Article article : run.history()) {
            feed.add(new FeedRecord(0, feed.size(), article.getUri(), article, Newsroom.NOON));
        }
        feed.forEach(recount::contest);
        recount.decide();
        feed.forEach(recount::count);
        return recount;
    }

    private static Article article(Random random) {
        Instant published = Newsroom.NOON.minusSeconds(random.nextInt(30 * 3600));
        return Newsroom.article("uri-" + random.nextInt(6), SENTENCES.get(random.nextInt(SENTENCES.size())))
                .setVersion(Integer.toString(1 + random.nextInt(4)))
                .setVersionCreated(published.plusSeconds(random.nextInt(3)))
                .setPublishedAt(published)
                .setPubStatus(random.nextInt(8) == 0 ? PubStatus.WITHHELD : PubStatus.USABLE)
                .build();
    }

    private static void change(Newsroom newsroom, SortedSet<String> live, Random random) {
        String ruleId = new ArrayList<>(new TreeSet<>(RULES.keySet())).get(random.nextInt(RULES.size()));
        if (live.remove(ruleId)) {
            newsroom.rule(ruleId, null);
        } else {
            live.add(ruleId);
            put(newsroom, ruleId);
        }
    }

    private static void put(Newsroom newsroom, String ruleId) {
        Rule rule = Objects.requireNonNull(RULES.get(ruleId));
        newsroom.rule(ruleId, rule.getKind(), rule.getBody());
    }

    private static SortedSet<String> subset(int bits) {
        SortedSet<String> subset = new TreeSet<>();
        int bit = 1;
        for (String ruleId : new TreeSet<>(RULES.keySet())) {
            if ((bits & bit) != 0) {
                subset.add(ruleId);
            }
            bit <<= 1;
        }
        return subset;
    }

    private static TextCore core(SortedSet<String> live) {
        return CORES.computeIfAbsent(
                live,
                ids -> RuleSet.of(CORE, ids.stream().map(RULES::get).toList(), AlertForm.ANY)
                        .core());
    }

    private static Rule rule(String ruleId, RuleKind kind, String body) {
        return new Rule(ruleId, kind, body, Newsroom.NOON, null);
    }
}
