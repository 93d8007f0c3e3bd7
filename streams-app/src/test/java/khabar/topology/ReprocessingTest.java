package khabar.topology;

import static khabar.topology.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import khabar.language.TextCore;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.RuleKind;
import khabar.topics.Topics;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Winning revisions that are sent again to be enriched under other rules. */
class ReprocessingTest {
    private static final TextCore CORE = TextCore.shipped();
    private static final String FIRM = "khabar:org:rastanama";
    private static final Article NEWS = article("a", "شرکت راستانما در سوریه").build();

    private final Newsroom newsroom = new Newsroom(CORE);

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void theContributionsOfTheWinnerAreReplacedAndItKeepsItsArrival() {
        newsroom.send(NEWS)
                .settle()
                .rule("firm", RuleKind.GAZETTEER_ENTRY, FIRM + " | org | شرکت راستانما", "drop | Q858");
        // What arrived long ago is caught up with: its panes are rarer.
        newsroom.pass(Duration.ofMinutes(5)).sendAgain(NEWS, "any").fallSilent();

        List<EnrichedArticle> enriched = enriched();
        assertThat(enriched).hasSize(2);
        assertThat(enriched.get(1).getRuleSetVersion()).isNotEqualTo(CORE.ruleSetVersion());
        assertThat(enriched.get(1).getIngestedAt()).isEqualTo(enriched.get(0).getIngestedAt());
        assertThat(newest("Q858").getCount()).isZero();
        assertThat(newest(FIRM).getArticles()).isEqualTo(1);
    }

    @Test
    void sendingItOnceMoreChangesNothing() {
        newsroom.send(NEWS).rule("firm", RuleKind.GAZETTEER_ENTRY, FIRM + " | org | شرکت راستانما");
        newsroom.sendAgain(NEWS, "any").settle();
        newsroom.sendAgain(NEWS, "any").sendAgain(NEWS, "another").settle();

        assertThat(enriched()).hasSize(2);
        assertThat(newest(FIRM).getCount()).isEqualTo(1);
    }

    @Test
    void aDuplicateThatDoesNotAskForItIsStillNothing() {
        newsroom.send(NEWS)
                .rule("firm", RuleKind.GAZETTEER_ENTRY, FIRM + " | org | شرکت راستانما")
                .send(NEWS);

        assertThat(enriched()).hasSize(1);
    }

    @Test
    void aRevisionThatLostIsNotEnrichedAnew() {
        newsroom.send(NEWS)
                .send(article("a", "هیچ").setVersion("2").build())
                .rule("firm", RuleKind.GAZETTEER_ENTRY, FIRM + " | org | شرکت راستانما")
                .sendAgain(NEWS, "any");

        assertThat(enriched()).extracting(EnrichedArticle::getVersion).containsExactly(1L, 2L);
    }

    private List<EnrichedArticle> enriched() {
        return newsroom.read(Topics.ENRICHED).stream().map(TestRecord::value).toList();
    }

    private EntityCount newest(String entityId) {
        return newsroom.entityPanes().stream()
                .map(TestRecord::value)
                .filter(count -> count.getEntityId().equals(entityId))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }
}
