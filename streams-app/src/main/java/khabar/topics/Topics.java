package khabar.topics;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.schemas.Alert;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.EntityPairCount;
import khabar.schemas.RejectedArticle;
import khabar.schemas.Rule;
import khabar.schemas.SubjectCount;
import khabar.schemas.TopEntities;
import khabar.schemas.Trend;
import org.apache.kafka.common.errors.SerializationException;

/** All topics of Khabar. */
public final class Topics {
    public static final Topic<Article> ARTICLES =
            new Topic<>("news.articles", Article.class, "khabar.article", Cleanup.DELETE_LONG);
    public static final Topic<EnrichedArticle> ENRICHED =
            new Topic<>("news.enriched", EnrichedArticle.class, "khabar.enriched", Cleanup.COMPACT);
    public static final Topic<EntityCount> ENTITY_COUNTS =
            new Topic<>("news.entity-counts", EntityCount.class, "khabar.entity-count", Cleanup.COMPACT_AND_DELETE);
    public static final Topic<SubjectCount> SUBJECT_COUNTS =
            new Topic<>("news.subject-counts", SubjectCount.class, "khabar.subject-count", Cleanup.COMPACT_AND_DELETE);
    public static final Topic<EntityPairCount> ENTITY_PAIRS =
            new Topic<>("news.entity-pairs", EntityPairCount.class, "khabar.entity-pair", Cleanup.COMPACT_AND_DELETE);
    public static final Topic<TopEntities> TOP_ENTITIES =
            new Topic<>("news.top-entities", TopEntities.class, "khabar.top-entities", Cleanup.COMPACT_AND_DELETE);
    public static final Topic<Trend> TRENDS =
            new Topic<>("news.trends", Trend.class, "khabar.trend", Cleanup.COMPACT_AND_DELETE);
    public static final Topic<Alert> ALERTS =
            new Topic<>("news.alerts", Alert.class, "khabar.alert", Cleanup.COMPACT_AND_DELETE);
    public static final Topic<RejectedArticle> REJECTED =
            new Topic<>("news.rejected", RejectedArticle.class, "khabar.rejected", Cleanup.DELETE_LONG);
    public static final Topic<Rule> RULES = new Topic<>("news.rules", Rule.class, "khabar.rule", Cleanup.COMPACT);

    /** Records that failed by accident: original bytes with Kafka Streams' own error headers. */
    public static final String DEAD_LETTERS = "news.dead-letters";

    /** Receipts of what was sent through again, as JSON text, keyed by the position of the refusal or dead letter. */
    public static final String REDRIVEN = "news.redriven";

    /** Writer schemas as JSON text, keyed by their CRC-64-AVRO fingerprint in 16 hexadecimal digits. */
    public static final String SCHEMAS = "news.schemas";

    /** Names of the topics whose keys are {@link WindowKey}s. */
    private static final Set<String> WINDOWED = Set.of(
            ENTITY_COUNTS.name(), SUBJECT_COUNTS.name(), ENTITY_PAIRS.name(), TOP_ENTITIES.name(), TRENDS.name());

    /** Every topic whose values are Avro. */
    public static final List<Topic<?>> AVRO = List.of(
            ARTICLES,
            ENRICHED,
            ENTITY_COUNTS,
            SUBJECT_COUNTS,
            ENTITY_PAIRS,
            TOP_ENTITIES,
            TRENDS,
            ALERTS,
            REJECTED,
            RULES);

    private Topics() {}

    /** The Avro topic of the given name. */
    public static Optional<Topic<?>> byName(String name) {
        return AVRO.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /** Throws {@link SerializationException} where the topic has keys of windows and the given one is none. */
    public static void checkKey(String topic, String key) {
        if (!WINDOWED.contains(topic)) {
            return;
        }
        try {
            WindowKey.parse(key);
        } catch (IllegalArgumentException | DateTimeException foreign) {
            throw new SerializationException(foreign.getMessage(), foreign);
        }
    }
}
