package khabar.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static khabar.topology.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import khabar.language.TextCore;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.NamedEntity;
import khabar.schemas.RejectReason;
import khabar.schemas.RejectedArticle;
import khabar.schemas.RuleKind;
import khabar.schemas.Subject;
import khabar.topics.Topics;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules that change while the topology runs. */
class LiveRulesTest {
    private static final TextCore CORE = TextCore.shipped();
    private static final String RASTANAMA = "khabar:org:rastanama | org | شرکت راستانما | Rastanama";
    private static final String SYRIA = "Q858";

    private final Newsroom newsroom = new Newsroom(CORE);

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void aNewNameIsFoundFromTheNextArticleOnAndNamedInTheCounts() {
        newsroom.send(article("a", "شرکت راستانما در سوریه").build())
                .rule("rastanama", RuleKind.GAZETTEER_ENTRY, "# a firm", RASTANAMA)
                .send(article("b", "شرکت راستانما در سوریه").build())
                .settle();

        List<EnrichedArticle> enriched = enriched();
        assertThat(ids(enriched.get(0))).doesNotContain("khabar:org:rastanama");
        assertThat(ids(enriched.get(1))).contains("khabar:org:rastanama", SYRIA);
        assertThat(enriched.get(0).getRuleSetVersion()).isEqualTo(CORE.ruleSetVersion());
        assertThat(enriched.get(1).getRuleSetVersion()).isNotEqualTo(CORE.ruleSetVersion());
        assertThat(newsroom.entityPanes())
                .map(TestRecord::value)
                .filteredOn(count -> count.getEntityId().equals("khabar:org:rastanama"))
                .isNotEmpty()
                .allSatisfy(count -> {
                    assertThat(count.getNames()).containsEntry("fa", "شرکت راستانما");
                    assertThat(count.getArticles()).isEqualTo(1);
                });
    }

    @Test
    void removingTheRuleBringsTheShippedVersionBack() {
        newsroom.rule("rastanama", RuleKind.GAZETTEER_ENTRY, RASTANAMA)
                .send(article("a", "شرکت راستانما").build())
                .rule("rastanama", null)
                .send(article("b", "شرکت راستانما").build());

        assertThat(enriched())
                .extracting(EnrichedArticle::getRuleSetVersion)
                .last()
                .isEqualTo(CORE.ruleSetVersion());
    }

    @Test
    void theVersionDependsOnTheSetOfRulesAndNotOnTheirOrder() {
        newsroom.rule("a", RuleKind.GAZETTEER_ENTRY, RASTANAMA)
                .rule("b", RuleKind.SUBJECT_RULE, "[20000430]", "9 | واژه‌نمونه")
                .send(article("one", "سوریه").build())
                .rule("a", null)
                .rule("b", null)
                .rule("b", RuleKind.SUBJECT_RULE, "[20000430]", "9 | واژه‌نمونه")
                .rule("a", RuleKind.GAZETTEER_ENTRY, RASTANAMA)
                .send(article("two", "سوریه").build());

        List<EnrichedArticle> enriched = enriched();
        assertThat(enriched.get(1).getRuleSetVersion())
                .isEqualTo(enriched.get(0).getRuleSetVersion())
                .isNotEqualTo(CORE.ruleSetVersion());
    }

    @Test
    void aSubjectRuleTagsArticlesAndTakesAShippedSubjectsTermsAway() {
        newsroom.rule("sample", RuleKind.SUBJECT_RULE, "[20000430] drop", "9 | واژه‌نمونه")
                .send(article("a", "واژه‌نمونه").build());

        assertThat(enriched().get(0).getSubjects()).extracting(Subject::getCode).contains("medtop:20000430");
    }

    @Test
    void aRuleMayDropAShippedEntityOrReplaceIt() {
        newsroom.rule("no-syria", RuleKind.GAZETTEER_ENTRY, "drop | Q858")
                .send(article("a", "سوریه").build())
                .rule("no-syria", RuleKind.GAZETTEER_ENTRY, "drop | Q858", "Q858 | place | شام | The Levant")
                .send(article("b", "سوریه و شام").build());

        List<EnrichedArticle> enriched = enriched();
        assertThat(ids(enriched.get(0))).doesNotContain(SYRIA);
        assertThat(enriched.get(1).getEntities())
                .filteredOn(entity -> entity.getEntityId().equals(SYRIA))
                .singleElement()
                .satisfies(entity -> {
                    assertThat(entity.getMentions()).isEqualTo(1);
                    assertThat(entity.getNames()).containsEntry("en", "The Levant");
                });
    }

    @Test
    void aBadRuleIsRefusedOnceWithItsIdAndReasonAndTheOthersStay() {
        newsroom.rule("good", RuleKind.GAZETTEER_ENTRY, RASTANAMA)
                .rule("bad", RuleKind.GAZETTEER_ENTRY, "khabar:x | planet | راستانما", "khabar:y | org | نمونه‌واژه")
                .rule("broken", "no Avro".getBytes(UTF_8))
                .send(article("a", "شرکت راستانما نمونه‌واژه").build())
                .pass(Duration.ofSeconds(3))
                .send(article("b", "سوریه").build())
                .pass(Duration.ofSeconds(3));

        assertThat(ids(enriched().get(0))).contains("khabar:org:rastanama").doesNotContain("khabar:y");
        List<RejectedArticle> rejected = newsroom.rejected();
        assertThat(rejected).extracting(RejectedArticle::getReason).containsOnly(RejectReason.RULE_INVALID);
        assertThat(rejected)
                .extracting(RejectedArticle::getDetail)
                .hasSize(2)
                .anyMatch(detail -> detail.startsWith("rule bad: line 1: type: planet (expected: "))
                .anyMatch(detail -> detail.startsWith("rule broken: "));
        assertThat(rejected)
                .extracting(one -> one.getTopicPosition().getTopic())
                .containsOnly("news.rules");
    }

    @Test
    void aRuleThatIsCorrectedCountsAndIsSpokenOfNoMore() {
        newsroom.rule("firm", RuleKind.GAZETTEER_ENTRY, "khabar:org:rastanama | planet | شرکت راستانما")
                .send(article("a", "شرکت راستانما").build())
                .pass(Duration.ofSeconds(3))
                .rule("firm", RuleKind.GAZETTEER_ENTRY, RASTANAMA)
                .send(article("b", "شرکت راستانما").build())
                .pass(Duration.ofSeconds(3));

        assertThat(ids(enriched().get(1))).contains("khabar:org:rastanama");
        assertThat(newsroom.rejected()).hasSize(1);
    }

    @Test
    void aRevisionAfterTheRulesChangedReplacesWhatWasCountedUnderTheOldOnes() {
        newsroom.send(article("a", "شرکت راستانما در سوریه").build())
                .rule("rastanama", RuleKind.GAZETTEER_ENTRY, RASTANAMA, "drop | Q858")
                .send(article("a", "شرکت راستانما در سوریه").setVersion("2").build())
                .settle();

        List<EntityCount> panes =
                newsroom.entityPanes().stream().map(TestRecord::value).toList();
        assertThat(panes)
                .filteredOn(count -> count.getEntityId().equals(SYRIA))
                .last()
                .satisfies(count -> assertThat(count.getArticles()).isZero());
        assertThat(panes)
                .filteredOn(count -> count.getEntityId().equals("khabar:org:rastanama"))
                .last()
                .satisfies(count -> assertThat(count.getArticles()).isEqualTo(1));
    }

    private List<EnrichedArticle> enriched() {
        return newsroom.read(Topics.ENRICHED).stream().map(TestRecord::value).toList();
    }

    private static List<String> ids(EnrichedArticle article) {
        return article.getEntities().stream().map(NamedEntity::getEntityId).toList();
    }
}
