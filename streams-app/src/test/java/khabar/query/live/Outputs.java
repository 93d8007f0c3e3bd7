package khabar.query.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabar.schemas.Alert;
import khabar.schemas.AlertKind;
import khabar.schemas.AlertState;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.EntityPairCount;
import khabar.schemas.Mention;
import khabar.schemas.NamedEntity;
import khabar.schemas.Pane;
import khabar.schemas.PaneTiming;
import khabar.schemas.PubStatus;
import khabar.schemas.RankedEntity;
import khabar.schemas.RejectReason;
import khabar.schemas.RejectedArticle;
import khabar.schemas.Span;
import khabar.schemas.Subject;
import khabar.schemas.SubjectCount;
import khabar.schemas.TextField;
import khabar.schemas.TopEntities;
import khabar.schemas.Trend;
import khabar.schemas.TrendState;
import khabar.topics.Topics;
import khabar.topics.WindowKey;

/** A small cast of published values, for tests of everything that shows them. */
public final class Outputs {
    public static final Instant MIDNIGHT = Instant.parse("2020-01-01T00:00:00Z");
    public static final Duration DAY = Duration.ofDays(1);
    public static final Duration MINUTE = Duration.ofMinutes(1);
    public static final WindowKey TODAY = new WindowKey(MIDNIGHT, DAY, "");

    public static final RankedEntity SYRIA =
            new RankedEntity("Q858", "place", Map.of("fa", "سوریه", "en", "Syria"), 20L, 2L, 20L, 2L, 0L, 0L, 0L, 0L);
    public static final RankedEntity LAVROV = new RankedEntity(
            "Q58217", "person", Map.of("fa", "سرگئی لاوروف", "en", "Sergey Lavrov"), 8L, 2L, 8L, 2L, 0L, 0L, 0L, 0L);
    public static final RankedEntity NAMELESS =
            new RankedEntity("khabar:somebody", "person", Map.of(), 1L, 1L, 1L, 1L, 0L, 0L, 0L, 0L);

    private Outputs() {}

    /** A pane of top entities. */
    public static Output top(WindowKey window, PaneTiming timing, RankedEntity... rows) {
        return new Output(
                Topics.TOP_ENTITIES.name(),
                window.text(),
                new TopEntities(window.start(), window.end(), List.of(rows), new Pane(timing, 0L)),
                MIDNIGHT,
                true);
    }

    /** A pane of the count of an entity. */
    public static Output count(WindowKey window, RankedEntity row) {
        WindowKey key = new WindowKey(window.start(), window.size(), row.getEntityId());
        EntityCount count = new EntityCount(
                window.start(),
                window.end(),
                row.getEntityId(),
                row.getEntityType(),
                row.getNames(),
                row.getCount(),
                row.getArticles(),
                new Pane(PaneTiming.EARLY, 0L),
                row.getUniqueCount(),
                row.getUniqueArticles(),
                1L,
                row.getDemonymCount(),
                row.getDemonymOnlyArticles(),
                row.getUniqueDemonymCount(),
                row.getUniqueDemonymOnlyArticles());
        return new Output(Topics.ENTITY_COUNTS.name(), key.text(), count, MIDNIGHT, true);
    }

    /** A pane of the count of two entities, given in any order. */
    public static Output pair(WindowKey window, RankedEntity one, RankedEntity other, long articles) {
        List<String> ids =
                Stream.of(one.getEntityId(), other.getEntityId()).sorted().toList();
        WindowKey key = new WindowKey(window.start(), window.size(), String.join("+", ids));
        EntityPairCount pair = EntityPairCount.newBuilder()
                .setWindowStart(window.start())
                .setWindowEnd(window.end())
                .setEntityId(ids.get(0))
                .setOtherEntityId(ids.get(1))
                .setArticles(articles)
                .setUniqueArticles(articles)
                .setStrength(0.5)
                .setEntityCap(30)
                .setPane(new Pane(PaneTiming.EARLY, 0L))
                .build();
        return new Output(Topics.ENTITY_PAIRS.name(), key.text(), pair, MIDNIGHT, true);
    }

    /** A refusal, so many seconds after midnight. */
    public static Output rejected(String uri, RejectReason reason, long second) {
        RejectedArticle rejected = RejectedArticle.newBuilder()
                .setUri(uri)
                .setReason(reason)
                .setDetail("found (expected: something else)")
                .setRejectedAt(MIDNIGHT.plusSeconds(second))
                .build();
        return new Output(Topics.REJECTED.name(), uri, rejected, MIDNIGHT.plusSeconds(second), true);
    }

    /** A pane of a subject. */
    public static Output subject(WindowKey window, String code, String english, String persian, long articles) {
        WindowKey key = new WindowKey(window.start(), window.size(), code);
        SubjectCount count = new SubjectCount(
                window.start(),
                window.end(),
                code,
                Map.of("en", english, "fa", persian),
                3L * articles,
                articles,
                new Pane(PaneTiming.EARLY, 0L),
                3L * articles,
                articles);
        return new Output(Topics.SUBJECT_COUNTS.name(), key.text(), count, MIDNIGHT, true);
    }

    /** A pane of a trend. */
    public static Output trend(WindowKey window, RankedEntity entity, TrendState state, double score) {
        WindowKey key = new WindowKey(window.start(), window.size(), entity.getEntityId());
        Trend trend = Trend.newBuilder()
                .setWindowStart(window.start())
                .setWindowEnd(window.end())
                .setEntityId(entity.getEntityId())
                .setEntityType(entity.getEntityType())
                .setNames(entity.getNames())
                .setObserved(entity.getArticles())
                .setExpected(0.5)
                .setScore(score)
                .setState(state)
                .setSources(2)
                .setPane(new Pane(PaneTiming.EARLY, 0L))
                .build();
        return new Output(Topics.TRENDS.name(), key.text(), trend, MIDNIGHT, true);
    }

    /** An alert about an article, so many seconds after midnight. */
    public static Output alert(String rule, String uri, AlertState state, long second) {
        Alert alert = Alert.newBuilder()
                .setRuleId(rule)
                .setTitle("نفت و تحریم")
                .setKind(AlertKind.ARTICLE)
                .setState(state)
                .setFiredAt(MIDNIGHT.plusSeconds(second))
                .setEventTime(MIDNIGHT)
                .setUri(uri)
                .setHeadline("قیمت نفت")
                .setEvidence(List.of())
                .setNames(Map.of())
                .build();
        return new Output(Topics.ALERTS.name(), rule + "/" + uri, alert, MIDNIGHT, true);
    }

    /** A refusal. */
    public static Output rejected(RejectReason reason) {
        RejectedArticle value = RejectedArticle.newBuilder()
                .setReason(reason)
                .setDetail("published: 2099 (expected: not in the future)")
                .setRejectedAt(MIDNIGHT)
                .build();
        return new Output(Topics.REJECTED.name(), "", value, MIDNIGHT, true);
    }

    /** A winning revision. */
    public static EnrichedArticle article(String uri, String headline, PubStatus status, Instant ingestedAt) {
        return EnrichedArticle.newBuilder()
                .setUri(uri)
                .setVersion(1)
                .setVersionCreated(MIDNIGHT)
                .setPublishedAt(MIDNIGHT)
                .setIngestedAt(ingestedAt)
                .setPubStatus(status)
                .setLanguage("fa")
                .setHeadline(headline)
                .setDisplayHeadline(headline)
                .setRuleSetVersion("1")
                .setSubjects(List.of(new Subject("medtop:16000000", Map.of("en", "war", "fa", "جنگ"), 0.5, List.of())))
                .setEntities(List.of(new NamedEntity("Q858", "place", Map.of("fa", "سوریه", "en", "Syria"), 1, 0)))
                .setMentions(List.of(
                        new Mention("Q858", new Span(TextField.HEADLINE, 0, 5), "سوریه", "gazetteer", 1.0, null, true)))
                .build();
    }

    /** The same as a record. */
    public static Output of(EnrichedArticle article) {
        return new Output(Topics.ENRICHED.name(), article.getUri(), article, article.getIngestedAt(), true);
    }

    /** A usable article that came so many seconds after midnight. */
    public static Output arrived(String uri, String headline, long second) {
        return of(article(uri, headline, PubStatus.USABLE, MIDNIGHT.plusSeconds(second)));
    }
}
