package khabar.cli.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import khabar.audit.AuditReport;
import khabar.audit.Mismatch;
import khabar.feed.ReplaySummary;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.Mention;
import khabar.schemas.PubStatus;
import khabar.schemas.Subject;
import khabar.settings.Durations;
import khabar.topics.WindowKey;
import khabar.web.api.JsonForms;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a demo.
 *
 * @param replayed what went in
 * @param collected what came out of the topics
 * @param audit what the recount says
 * @param overdue windows that should be closed and are not
 * @param timings when what happened
 */
public record Summary(
        ReplaySummary replayed, Collected collected, AuditReport audit, List<WindowKey> overdue, Milestones timings) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_MISMATCHES = 20;
    private static final String FILE_OFFSET = "file.offset.";
    private static final Comparator<EntityTotal> MOST_NAMED = Comparator.comparingLong(EntityTotal::mentions)
            .thenComparingLong(EntityTotal::articles)
            .reversed()
            .thenComparing(EntityTotal::id);

    /**
     * An entity over the whole corpus.
     *
     * @param id the entity
     * @param type its kind
     * @param names names by BCP 47 tag
     * @param mentions mentions that count
     * @param articles distinct articles
     */
    public record EntityTotal(String id, String type, Map<String, String> names, long mentions, long articles) {
        private static EntityTotal of(EntityCount count) {
            return new EntityTotal(
                    count.getEntityId(),
                    count.getEntityType(),
                    count.getNames(),
                    count.getCount(),
                    count.getArticles());
        }

        private EntityTotal plus(EntityTotal other) {
            return new EntityTotal(id, type, names, mentions + other.mentions, articles + other.articles);
        }
    }

    /** Whether every count is right and every record that was read has come out somewhere. */
    public boolean ok() {
        return audit.ok() && lost() == 0 && collected.unreadable() == 0 && overdue.isEmpty();
    }

    /** Records that were read and are neither accepted nor rejected nor dead letters. */
    public long lost() {
        return replayed.position().read() - audit.accepted() - collected.rejected() - collected.deadLetters();
    }

    /** Every entity over the whole corpus, most named first: each article is in one window of each size. */
    public List<EntityTotal> entities() {
        return collected.entityCounts().stream()
                .map(EntityTotal::of)
                .collect(Collectors.toMap(EntityTotal::id, Function.identity(), EntityTotal::plus))
                .values()
                .stream()
                .filter(total -> total.articles() > 0)
                .sorted(MOST_NAMED)
                .toList();
    }

    /** The articles that stand, in the order in which they came out. */
    public List<EnrichedArticle> articles() {
        return collected.articles().stream()
                .filter(article -> article.getPubStatus() == PubStatus.USABLE)
                .toList();
    }

    /** The whole as one JSON object. */
    public ObjectNode json() {
        ObjectNode json = JSON.objectNode();
        json.put("read", replayed.position().read())
                .put("articles", audit.accepted())
                .put("rejected", collected.rejected())
                .put("deadLetters", collected.deadLetters())
                .put("lost", lost());
        json.set("entities", JsonForms.array(entities(), Summary::entity));
        json.set("enriched", JsonForms.array(articles(), Summary::article));
        json.set("windows", windows());
        json.put("audit", audit.ok() ? "ok" : "mismatch");
        if (!audit.ok()) {
            json.put("lag", audit.lag());
            ArrayNode mismatches = json.putArray("mismatches");
            audit.mismatches().stream()
                    .limit(MOST_MISMATCHES)
                    .map(Mismatch::toString)
                    .forEach(mismatches::add);
        }
        json.set("seconds", timings.json());
        return json;
    }

    /** Windows by size: how many are closed, and which are open because the present has not passed them. */
    public ObjectNode windows() {
        List<WindowKey> open = collected.openWindows();
        ObjectNode json = JSON.objectNode();
        collected.windowsBySize().forEach((size, all) -> {
            List<String> still = open.stream()
                    .filter(window -> window.size().equals(size))
                    .map(window -> window.start().toString())
                    .sorted()
                    .toList();
            ObjectNode bySize = json.putObject(Durations.iso(size));
            bySize.put("closed", all - still.size());
            ArrayNode starts = bySize.putArray("open");
            still.forEach(starts::add);
        });
        return json;
    }

    private static ObjectNode entity(EntityTotal total) {
        ObjectNode json = JSON.objectNode().put("id", total.id()).put("type", total.type());
        json.set("names", JsonForms.names(total.names()));
        return json.put("mentions", total.mentions()).put("articles", total.articles());
    }

    private static ObjectNode article(EnrichedArticle article) {
        ObjectNode json = JSON.objectNode()
                .put("uri", article.getUri())
                .put("headline", JsonForms.headline(article))
                .put("file", article.getAttributes().get("file"))
                .put("language", article.getLanguage())
                .put("publishedAt", article.getPublishedAt().toString());
        json.set("subjects", JsonForms.array(article.getSubjects(), Summary::subject));
        json.set("mentions", JsonForms.array(article.getMentions(), mention -> mention(article, mention)));
        return json;
    }

    private static ObjectNode subject(Subject subject) {
        ObjectNode json = JSON.objectNode().put("code", subject.getCode());
        json.set("names", JsonForms.names(subject.getNames()));
        return json.put("score", subject.getScore());
    }

    private static ObjectNode mention(EnrichedArticle article, Mention mention) {
        String field = mention.getSpan().getField().name().toLowerCase(java.util.Locale.ROOT);
        ObjectNode json = JSON.objectNode()
                .put("entityId", mention.getEntityId())
                .put("surfaceForm", mention.getSurfaceForm())
                .put("field", field)
                .put("start", mention.getSpan().getStart())
                .put("end", mention.getSpan().getEnd());
        Integer offset = offset(article.getAttributes().get(FILE_OFFSET + field));
        json.put("fileStart", offset == null ? null : offset + mention.getSpan().getStart());
        json.put("fileEnd", offset == null ? null : offset + mention.getSpan().getEnd());
        return json.put("nestedIn", mention.getNestedIn()).put("counted", mention.getCounted());
    }

    /** Where the field starts in its file, in UTF-16 code units; null where its reader does not know. */
    private static @Nullable Integer offset(@Nullable String attribute) {
        return attribute == null ? null : Integer.valueOf(attribute);
    }
}
