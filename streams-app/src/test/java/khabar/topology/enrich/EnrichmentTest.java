package khabar.topology.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import khabar.language.TextCore;
import khabar.language.sketch.Sketcher;
import khabar.rules.AlertForm;
import khabar.rules.RuleBook;
import khabar.schemas.Article;
import khabar.schemas.PubStatus;
import khabar.topology.revision.Rank;
import khabar.topology.revision.Winner;
import org.junit.jupiter.api.Test;

final class EnrichmentTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final TextCore OLD = TextCore.shipped();
    private static final RuleBook RULES = RuleBook.immediate(TextCore.shipped(), AlertForm.ANY);
    private static final Enrichment ENRICHMENT = new Enrichment(RULES, new Sketcher(1, 1));

    @Test
    void whatWasReadAheadUnderTheRulesInForceIsTaken() {
        Reading ahead = ENRICHMENT.read(article("روسیه", PubStatus.USABLE));

        assertThat(ENRICHMENT
                        .enrich(winner("سوریه", PubStatus.USABLE), ahead)
                        .article()
                        .getEntities())
                .extracting(entity -> entity.getNames().get("fa"))
                .containsExactly("روسیه");
    }

    @Test
    void whatWasReadAheadUnderOtherRulesIsReadAgain() {
        Enrichment before = new Enrichment(RuleBook.immediate(OLD, AlertForm.ANY), new Sketcher(1, 1));
        Reading ahead = before.read(article("روسیه", PubStatus.USABLE));

        assertThat(ENRICHMENT
                        .enrich(winner("سوریه", PubStatus.USABLE), ahead)
                        .article()
                        .getEntities())
                .extracting(entity -> entity.getNames().get("fa"))
                .containsExactly("سوریه");
    }

    @Test
    void aRetractionSaysNothing() {
        assertThat(ENRICHMENT.read(article("سوریه", PubStatus.CANCELED))).isNull();
        assertThat(ENRICHMENT
                        .enrich(winner("سوریه", PubStatus.CANCELED), null)
                        .article()
                        .getEntities())
                .isEmpty();
    }

    private static Winner winner(String headline, PubStatus status) {
        return new Winner(article(headline, status), new Rank(false, 1, NOON, ByteBuffer.allocate(8)), NOON, null);
    }

    private static Article article(String headline, PubStatus status) {
        return Article.newBuilder()
                .setUri("uri")
                .setVersion("1")
                .setVersionCreated(NOON)
                .setPublishedAt(NOON)
                .setPubStatus(status)
                .setHeadline(headline)
                .build();
    }
}
