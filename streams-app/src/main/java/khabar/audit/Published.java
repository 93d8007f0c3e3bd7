package khabar.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import khabar.audit.alert.AlertCheck;
import khabar.audit.duplicate.DuplicateRecount.Repeated;
import khabar.audit.trend.TrendRecount;
import khabar.schemas.Alert;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.EntityPairCount;
import khabar.schemas.RankedEntity;
import khabar.schemas.RejectedArticle;
import khabar.schemas.SubjectCount;
import khabar.schemas.TopEntities;
import khabar.schemas.TopicPosition;
import khabar.schemas.Trend;
import khabar.topics.Topics;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Collects what was published, the newest value of every key, in the form of the recount. */
public final class Published {
    static final String DEAD_LETTER = "dead letter";

    private final Aggregates aggregates = new Aggregates();
    private final Map<String, EntityPairCount> pairs = new HashMap<>();
    private final TrendRecount trends = new TrendRecount();
    private final AlertCheck alerts = new AlertCheck();
    private final int partitions;

    /** Collects what a topology published whose feed has so many partitions. */
    public Published(int partitions) {
        this.partitions = partitions;
    }

    /** Takes in a record of news.entity-counts. */
    public void entityCount(String key, EntityCount value) {
        trends.pane(key, value);
        Tally tally = new Tally(
                value.getCount(),
                value.getArticles(),
                value.getUniqueCount(),
                value.getUniqueArticles(),
                value.getDemonymCount(),
                value.getDemonymOnlyArticles(),
                value.getUniqueDemonymCount(),
                value.getUniqueDemonymOnlyArticles());
        count(Topics.ENTITY_COUNTS.name(), key, tally, sources(value.getSources()));
    }

    /** Takes in a record of news.subject-counts. */
    public void subjectCount(String key, SubjectCount value) {
        Tally tally = Tally.withoutDemonyms(
                value.getCount(), value.getArticles(), value.getUniqueCount(), value.getUniqueArticles());
        count(Topics.SUBJECT_COUNTS.name(), key, tally, "");
    }

    /** Takes in a record of news.top-entities. */
    public void topEntities(String key, TopEntities value) {
        String rows = value.getEntities().stream()
                .map(row -> row.getEntityId() + " " + tally(row))
                .collect(Collectors.joining(", "));
        if (rows.isEmpty()) {
            aggregates.remove(Topics.TOP_ENTITIES.name(), key);
        } else {
            aggregates.put(Topics.TOP_ENTITIES.name(), key, rows);
        }
    }

    private static Tally tally(RankedEntity row) {
        return new Tally(
                row.getCount(),
                row.getArticles(),
                row.getUniqueCount(),
                row.getUniqueArticles(),
                row.getDemonymCount(),
                row.getDemonymOnlyArticles(),
                row.getUniqueDemonymCount(),
                row.getUniqueDemonymOnlyArticles());
    }

    /** Takes in a record of news.entity-pairs. */
    public void entityPair(String key, EntityPairCount value) {
        pairs.put(key, value);
    }

    /** Takes in a record of news.trends. */
    public void trend(String key, Trend value) {
        trends.trend(key, value);
    }

    /** Takes in a record of news.enriched. */
    public void enriched(String key, EnrichedArticle value) {
        String original = value.getDuplicateOf();
        Double similarity = value.getDuplicateSimilarity();
        Repeated repeated = original == null || similarity == null ? null : new Repeated(original, similarity);
        aggregates.put(
                Topics.ENRICHED.name(), key, value.getVersion() + " " + value.getPubStatus() + duplicateOf(repeated));
    }

    /** Takes in a record of news.rejected; what a reader refused never reached the feed. */
    public void rejected(RejectedArticle value) {
        TopicPosition at = value.getTopicPosition();
        if (at != null && at.getTopic().equals(Topics.ARTICLES.name())) {
            aggregates.put(
                    Topics.REJECTED.name(),
                    at.getPartition() + "@" + at.getOffset(),
                    value.getReason().name());
        }
    }

    /** Takes in the headers of a record of news.dead-letters. */
    public void deadLetter(Headers headers) {
        String position = positionOf(headers);
        if (position != null) {
            aggregates.put(Topics.DEAD_LETTERS, position, DEAD_LETTER);
        }
    }

    static String duplicateOf(@Nullable Repeated original) {
        return original == null ? "" : " duplicate of " + original.uri() + " by " + original.similarity();
    }

    static String sources(long sources) {
        return " of " + sources + " sources";
    }

    /** The place in the feed, as {@code partition@offset}, that a dead letter comes from; null where it comes from elsewhere. */
    public static @Nullable String positionOf(Headers headers) {
        return text(headers, "__streams.errors.topic").equals(Topics.ARTICLES.name())
                ? text(headers, "__streams.errors.partition") + "@" + text(headers, "__streams.errors.offset")
                : null;
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    /** Takes in a record of news.alerts. */
    public void alert(String key, Alert value) {
        alerts.alert(key, value);
    }

    AlertCheck alerts() {
        return alerts;
    }

    TrendRecount trends() {
        return trends;
    }

    int partitions() {
        return partitions;
    }

    Map<String, EntityPairCount> pairs() {
        return pairs;
    }

    Aggregates aggregates() {
        return aggregates;
    }

    /** A count of nothing is the same as no count: all that was said was taken back. */
    private void count(String topic, String key, Tally tally, String sources) {
        if (tally.equals(Tally.ZERO)) {
            aggregates.remove(topic, key);
        } else {
            aggregates.put(topic, key, tally + sources);
        }
    }
}
