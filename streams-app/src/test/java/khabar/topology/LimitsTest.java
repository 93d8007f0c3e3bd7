package khabar.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabar.app.Audits;
import khabar.audit.Claims;
import khabar.audit.Comparison;
import khabar.audit.FeedRecord;
import khabar.audit.Mismatch;
import khabar.audit.Published;
import khabar.audit.Recount;
import khabar.audit.rules.Readings;
import khabar.language.TextCore;
import khabar.schemas.Article;
import khabar.schemas.RejectReason;
import khabar.schemas.RejectedArticle;
import khabar.settings.Settings;
import khabar.topics.Topics;
import khabar.topology.limit.Limits;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is too much is refused with its reason and place, changes nothing, and the audit decides alike. */
final class LimitsTest {
    private static final TextCore CORE = TextCore.shipped();
    private static final String LONG = "x".repeat(300);

    private final Settings settings = Settings.defaults()
            .with(TopologyOptions.WINDOW_SIZES, "PT1H")
            .with(Limits.FIELD_MAX_BYTES, "200")
            .with(Limits.HEADERS_MAX_COUNT, "3")
            .with(Limits.HEADERS_MAX_BYTES, "100")
            .with(Limits.ARTICLE_MAX_MENTIONS, "3")
            .with(Limits.ARTICLE_MAX_SUBJECTS, "1");
    private final Newsroom newsroom = new Newsroom(CORE, settings);
    private final List<FeedRecord> feed = new ArrayList<>();

    @AfterEach
    void close() {
        newsroom.close();
    }

    private static Article.Builder article(String uri, String headline) {
        return Newsroom.article(uri, headline).setPublishedAt(Newsroom.NOON.minus(Duration.ofHours(3)));
    }

    private void send(Article article) {
        feed.add(new FeedRecord(0, feed.size(), article.getUri(), article, Newsroom.NOON));
        newsroom.send(article);
    }

    private void sendWith(Article article, Headers headers) {
        long bytes = 0;
        for (var header : headers) {
            bytes += header.key().length() + header.value().length;
        }
        feed.add(new FeedRecord(
                0, feed.size(), article.getUri(), article, Newsroom.NOON, headers.toArray().length, bytes));
        newsroom.sendWith(article, headers);
    }

    private List<RejectedArticle> refusals() {
        newsroom.settle();
        return newsroom.rejected();
    }

    @Test
    void eachFieldHasALimitOfItsOwn() {
        send(article("u" + LONG, "سوریه").build());
        send(article("a", "سوریه").setVersion(LONG).build());
        send(article("a", "سوریه").setSource(LONG).build());
        send(article("a", "سوریه").setUrl("https://" + LONG).build());
        send(article("a", "سوریه").setLanguage(LONG).build());
        send(article("a", "سوریه").setAttributes(Map.of(LONG, "x")).build());
        send(article("a", "سوریه")
                .setAttributes(Map.of("note", "\u0627".repeat(101)))
                .build());
        send(article("a", "سوریه")
                .setAttributes(Map.of("note", "\u0627".repeat(100)))
                .build());

        List<RejectedArticle> refusals = refusals();
        assertThat(refusals)
                .extracting(RejectedArticle::getDetail)
                .containsExactly(
                        "key: 301 bytes (expected: at most 200, field.max.bytes)",
                        "version: 300 bytes (expected: at most 200, field.max.bytes)",
                        "source: 300 bytes (expected: at most 200, field.max.bytes)",
                        "url: 308 bytes (expected: at most 200, field.max.bytes)",
                        "language: 300 bytes (expected: at most 200, field.max.bytes)",
                        "attributes, a name: 300 bytes (expected: at most 200, field.max.bytes)",
                        "attributes.note: 202 bytes (expected: at most 200, field.max.bytes)");
        assertThat(refusals).allMatch(refusal -> refusal.getReason() == RejectReason.FIELD_TOO_LARGE);
        assertThat(refusals)
                .extracting(refusal -> refusal.getTopicPosition().getOffset())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(newsroom.enriched()).hasSize(1);
        assertThat(mismatches(refusals)).isEmpty();
    }

    @Test
    void headersHaveALimitInNumberAndInBytes() {
        Headers many = new RecordHeaders();
        for (int i = 0; i < 4; i++) {
            many.add("h" + i, new byte[0]);
        }
        sendWith(article("a", "سوریه").build(), many);
        sendWith(article("a", "سوریه").build(), new RecordHeaders().add("large", LONG.getBytes(UTF_8)));
        sendWith(article("a", "سوریه").build(), new RecordHeaders().add("small", "x".getBytes(UTF_8)));

        List<RejectedArticle> refusals = refusals();
        assertThat(refusals)
                .extracting(RejectedArticle::getDetail)
                .containsExactly(
                        "headers: 4 (expected: at most 3, headers.max.count)",
                        "headers: 305 bytes (expected: at most 100, headers.max.bytes)");
        assertThat(refusals).allMatch(refusal -> refusal.getReason() == RejectReason.HEADERS_TOO_LARGE);
        assertThat(newsroom.enriched()).hasSize(1);
        assertThat(mismatches(refusals)).isEmpty();
    }

    @Test
    void anArticleWithTooManyMentionsDoesNotReplaceTheOneThatStands() {
        send(article("a", "سوریه").build());
        send(article("a", "سوریه و روسیه و چین و ایران").setVersion("2").build());

        List<RejectedArticle> refusals = refusals();
        assertThat(refusals).hasSize(1);
        assertThat(refusals.get(0).getReason()).isEqualTo(RejectReason.TOO_MANY_MENTIONS);
        assertThat(refusals.get(0).getDetail()).isEqualTo("mentions: 4 (expected: at most 3, article.max.mentions)");
        assertThat(refusals.get(0).getTopicPosition().getOffset()).isEqualTo(1L);
        assertThat(newsroom.enriched()).hasSize(1);
        assertThat(newsroom.panesOf("2026-11-22T09:00:00Z/PT1H/Q858")).containsExactly("EARLY 0: 1 in 1");

        // A version between the two still replaces the first: the refused one never stood.
        send(article("a", "روسیه")
                .setVersion("1")
                .setVersionCreated(Newsroom.NOON.plusSeconds(1))
                .build());
        newsroom.settle();
        assertThat(newsroom.panesOf("2026-11-22T09:00:00Z/PT1H/Q858")).last().isEqualTo("EARLY 1: 0 in 0");
        assertThat(mismatches(refusals)).isEmpty();
    }

    @Test
    void anArticleWithTooManySubjectsIsRefused() {
        send(article("a", "ارتش سوریه در جنگ با داعش، قیمت نفت و تیم ملی فوتبال در جام جهانی")
                .build());

        assertThat(refusals())
                .extracting(RejectedArticle::getReason)
                .containsAnyOf(RejectReason.TOO_MANY_SUBJECTS, RejectReason.TOO_MANY_MENTIONS);
        assertThat(newsroom.enriched()).isEmpty();
    }

    @Test
    void theAuditFindsARefusalForTooMuchThatWasNone() {
        send(article("a", "سوریه").build());
        newsroom.settle();
        RejectedArticle invented = RejectedArticle.newBuilder()
                .setUri("a")
                .setReason(RejectReason.TOO_MANY_MENTIONS)
                .setDetail("mentions: 9")
                .setRejectedAt(Newsroom.NOON)
                .setTopicPosition(new khabar.schemas.TopicPosition(Topics.ARTICLES.name(), 0, 0L))
                .build();

        assertThat(mismatches(List.of(invented)))
                .extracting(Mismatch::key)
                .contains("0@0", "2026-11-22T09:00:00Z/PT1H/Q858");
    }

    @Test
    void theAuditFindsTooMuchThatWasNotRefused() {
        Article overfull = article("a", "سوریه و روسیه و چین و ایران").build();
        try (Newsroom lenient = new Newsroom(CORE, settings.with(Limits.ARTICLE_MAX_MENTIONS, "9"))) {
            lenient.send(overfull).settle().fallSilent();
            feed.add(new FeedRecord(0, 0, "a", overfull, Newsroom.NOON));

            assertThat(mismatches(List.of(), lenient))
                    .anyMatch(mismatch -> mismatch.toString().contains("expected: TOO_MANY_MENTIONS"));
        }
    }

    private List<Mismatch> mismatches(List<RejectedArticle> refusals) {
        newsroom.settle().fallSilent();
        return mismatches(refusals, newsroom);
    }

    private List<Mismatch> mismatches(List<RejectedArticle> refusals, Newsroom publisher) {
        Claims claims = new Claims();
        refusals.forEach(claims::take);
        Recount recount = new Recount(Audits.options(newsroom.options), new Readings(CORE, List.of()), claims);
        feed.forEach(recount::contest);
        recount.decide();
        feed.forEach(recount::count);
        Published published = new Published(1);
        refusals.forEach(published::rejected);
        publisher.entityPanes().forEach(pane -> published.entityCount(pane.key(), pane.value()));
        return new Comparison(recount, published)
                .mismatches().stream()
                        .filter(mismatch -> mismatch.topic().equals(Topics.REJECTED.name())
                                || mismatch.topic().equals(Topics.ENTITY_COUNTS.name()))
                        .toList();
    }
}
