package khabar.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import khabar.query.live.Board;
import khabar.query.live.Figures;
import khabar.query.live.Snapshot;
import khabar.query.values.DeadLetter;
import khabar.schemas.Alert;
import khabar.schemas.CorpusPosition;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.Mention;
import khabar.schemas.NamedEntity;
import khabar.schemas.PaneTiming;
import khabar.schemas.RankedEntity;
import khabar.schemas.RejectedArticle;
import khabar.schemas.Span;
import khabar.schemas.Subject;
import khabar.schemas.SubjectCount;
import khabar.schemas.SubjectEvidence;
import khabar.schemas.TopicPosition;
import khabar.schemas.Trend;
import khabar.settings.Durations;
import khabar.topics.WindowKey;
import org.jspecify.annotations.Nullable;

/** How values look as JSON, here and in the commands. Times are ISO 8601, names are by BCP 47 tag. */
public final class JsonForms {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonForms() {}

    /** Nothing yet. */
    public static ObjectNode object() {
        return JSON.objectNode();
    }

    /** A snapshot: window, entities, subjects, newest articles and figures. */
    public static ObjectNode snapshot(Snapshot snapshot) {
        ObjectNode json = JSON.objectNode();
        json.set("window", snapshot.board().map(JsonForms::window).orElse(null));
        json.set("entities", array(snapshot.board().map(Board::entities).orElse(List.of()), JsonForms::entity));
        json.set("subjects", array(snapshot.board().map(Board::subjects).orElse(List.of()), JsonForms::subject));
        json.set("articles", array(snapshot.articles(), JsonForms::articleRow));
        json.set("figures", figures(snapshot.figures()));
        return json;
    }

    /** The window of a board. */
    public static ObjectNode window(Board board) {
        return window(board.window(), board.timing());
    }

    /** A window, and whether it is open. */
    public static ObjectNode window(WindowKey window, PaneTiming timing) {
        return JSON.objectNode()
                .put("start", window.start().toString())
                .put("end", window.end().toString())
                .put("size", Durations.iso(window.size()))
                .put("open", timing == PaneTiming.EARLY)
                .put("timing", timing.name());
    }

    /** A row of the top entities. */
    public static ObjectNode entity(RankedEntity row) {
        ObjectNode json = JSON.objectNode().put("id", row.getEntityId()).put("type", row.getEntityType());
        json.set("names", names(row.getNames()));
        return json.put("mentions", row.getCount())
                .put("articles", row.getArticles())
                .put("uniqueMentions", row.getUniqueCount())
                .put("uniqueArticles", row.getUniqueArticles());
    }

    /** The same from a count. */
    public static ObjectNode entityRow(EntityCount count) {
        ObjectNode json = JSON.objectNode().put("id", count.getEntityId()).put("type", count.getEntityType());
        json.set("names", names(count.getNames()));
        return json.put("mentions", count.getCount())
                .put("articles", count.getArticles())
                .put("uniqueMentions", count.getUniqueCount())
                .put("uniqueArticles", count.getUniqueArticles());
    }

    /** A pane of an entity's count. */
    public static ObjectNode entityCount(EntityCount count) {
        return entityRow(count).put("sources", count.getSources());
    }

    /** A pane of a trend. */
    public static ObjectNode trend(Trend trend) {
        ObjectNode json = JSON.objectNode().put("id", trend.getEntityId()).put("type", trend.getEntityType());
        json.set("names", names(trend.getNames()));
        return json.put("observed", trend.getObserved())
                .put("expected", trend.getExpected())
                .put("score", trend.getScore())
                .put("state", trend.getState().name())
                .put("sources", trend.getSources())
                .put("since", text(trend.getSince()));
    }

    /** An alert that fired or was withdrawn. */
    public static ObjectNode alert(Alert alert) {
        ObjectNode json = JSON.objectNode()
                .put("ruleId", alert.getRuleId())
                .put("title", alert.getTitle())
                .put("kind", alert.getKind().name())
                .put("state", alert.getState().name())
                .put("firedAt", alert.getFiredAt().toString())
                .put("eventTime", alert.getEventTime().toString())
                .put("uri", alert.getUri())
                .put("headline", alert.getHeadline())
                .put("source", alert.getSource())
                .put("entityId", alert.getEntityId())
                .put("value", alert.getValue())
                .put("threshold", alert.getThreshold())
                .put("windowStart", text(alert.getWindowStart()))
                .put("windowEnd", text(alert.getWindowEnd()));
        json.set("names", names(alert.getNames()));
        json.set("evidence", array(alert.getEvidence(), JsonForms::evidence));
        return json;
    }

    /** A row of the top subjects. */
    public static ObjectNode subject(SubjectCount row) {
        ObjectNode json = JSON.objectNode().put("code", row.getSubjectCode());
        json.set("names", names(row.getNames()));
        return json.put("articles", row.getArticles())
                .put("uniqueArticles", row.getUniqueArticles())
                .put("evidence", row.getCount());
    }

    /** A refused article, without what was refused. */
    public static ObjectNode rejected(RejectedArticle rejected) {
        ObjectNode json = JSON.objectNode()
                .put("uri", rejected.getUri())
                .put("reason", rejected.getReason().name())
                .put("detail", rejected.getDetail())
                .put("rejectedAt", rejected.getRejectedAt().toString())
                .put("originalBytes", rejected.getOriginalBytes())
                .put("redriven", rejected.getRedriven());
        TopicPosition topic = rejected.getTopicPosition();
        json.put(
                "topicPosition",
                topic == null ? null : topic.getTopic() + "-" + topic.getPartition() + "@" + topic.getOffset());
        CorpusPosition corpus = rejected.getCorpusPosition();
        return json.put("corpusPosition", corpus == null ? null : position(corpus));
    }

    private static String position(CorpusPosition corpus) {
        return corpus.getFile()
                + (corpus.getEntry() == null ? "" : "!" + corpus.getEntry())
                + (corpus.getLine() == null ? "" : ":" + corpus.getLine());
    }

    /** A record that failed by accident. */
    public static ObjectNode deadLetter(DeadLetter letter) {
        return JSON.objectNode()
                .put("exception", letter.exception())
                .put("message", letter.message())
                .put("topicPosition", letter.position())
                .put("bytes", letter.bytes())
                .put("failedAt", letter.failedAt().toString());
    }

    /** An article as a line in a list: no text but its headline. */
    public static ObjectNode articleRow(EnrichedArticle article) {
        ObjectNode json = JSON.objectNode()
                .put("uri", article.getUri())
                .put("headline", headline(article))
                .put("language", article.getLanguage())
                .put("script", article.getScript())
                .put("source", article.getSource())
                .put("url", article.getUrl())
                .put("publishedAt", article.getPublishedAt().toString())
                .put("ingestedAt", article.getIngestedAt().toString())
                .put("pubStatus", article.getPubStatus().name())
                .put("duplicateOf", article.getDuplicateOf());
        json.set("subjects", array(article.getSubjects(), JsonForms::subject));
        json.set("entities", array(article.getEntities(), JsonForms::entity));
        return json;
    }

    /** An article with its texts, original and display form, and all mentions. */
    public static ObjectNode article(EnrichedArticle article) {
        ObjectNode json = articleRow(article)
                .put("version", Long.toString(article.getVersion()))
                .put("versionCreated", article.getVersionCreated().toString())
                .put("duplicateSimilarity", article.getDuplicateSimilarity())
                .put("languageConfidence", article.getLanguageConfidence())
                .put("ruleSetVersion", article.getRuleSetVersion());
        json.set("original", texts(article.getHeadline(), article.getLead(), article.getBody()));
        json.set("display", texts(article.getDisplayHeadline(), article.getDisplayLead(), article.getDisplayBody()));
        json.set("mentions", array(article.getMentions(), JsonForms::mention));
        json.set("attributes", names(article.getAttributes()));
        return json;
    }

    /** How the stream is doing. */
    public static ObjectNode figures(Figures figures) {
        return JSON.objectNode()
                .put("articles", figures.articles())
                .put("articlesPerSecond", figures.perSecond())
                .put("rejected", figures.rejected())
                .put("deadLetters", figures.deadLetters())
                .put("unreadable", figures.unreadable())
                .put("latePanes", figures.latePanes())
                .put("newestAt", text(figures.newestAt()));
    }

    /** The headline as people read it; the beginning of the text where there is none. */
    public static @Nullable String headline(EnrichedArticle article) {
        for (String text : new String[] {article.getDisplayHeadline(), article.getHeadline(), article.getLead()}) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return article.getBody() == null
                ? null
                : article.getBody().strip().lines().findFirst().orElse(null);
    }

    /** Values as an array. */
    public static <T> ArrayNode array(List<T> values, Function<T, ObjectNode> form) {
        ArrayNode json = JSON.arrayNode(values.size());
        values.forEach(value -> json.add(form.apply(value)));
        return json;
    }

    /** Texts by name, in the order of the names. */
    public static ObjectNode names(Map<String, String> names) {
        ObjectNode json = JSON.objectNode();
        new TreeMap<>(names).forEach(json::put);
        return json;
    }

    private static ObjectNode texts(@Nullable String headline, @Nullable String lead, @Nullable String body) {
        return JSON.objectNode().put("headline", headline).put("lead", lead).put("body", body);
    }

    private static ObjectNode subject(Subject subject) {
        ObjectNode json = JSON.objectNode().put("code", subject.getCode());
        json.set("names", names(subject.getNames()));
        json.put("score", subject.getScore());
        json.set("evidence", array(subject.getEvidence(), JsonForms::evidence));
        return json;
    }

    private static ObjectNode evidence(SubjectEvidence evidence) {
        return span(evidence.getSpan()).put("term", evidence.getTerm());
    }

    private static ObjectNode entity(NamedEntity entity) {
        ObjectNode json = JSON.objectNode().put("id", entity.getEntityId()).put("type", entity.getType());
        json.set("names", names(entity.getNames()));
        return json.put("mentions", entity.getMentions());
    }

    private static ObjectNode mention(Mention mention) {
        return span(mention.getSpan())
                .put("entityId", mention.getEntityId())
                .put("surfaceForm", mention.getSurfaceForm())
                .put("foundBy", mention.getFoundBy())
                .put("confidence", mention.getConfidence())
                .put("nestedIn", mention.getNestedIn())
                .put("counted", mention.getCounted());
    }

    private static ObjectNode span(Span span) {
        return JSON.objectNode()
                .put("field", span.getField().name())
                .put("start", span.getStart())
                .put("end", span.getEnd());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
