package khabar.audit.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabar.audit.AuditOptions;
import khabar.audit.Claims;
import khabar.audit.Contest;
import khabar.audit.FeedRecord;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.EntityPairCount;
import khabar.schemas.Pane;
import khabar.schemas.RejectedArticle;
import khabar.schemas.SubjectCount;
import khabar.schemas.TopEntities;
import khabar.schemas.TopicPosition;
import khabar.topics.Topic;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Checks record by record. Takes the claims of news.rejected and the whole feed first, then each output topic in the order of its
 * partitions, and last tells what is wrong.
 */
public final class RecordChecks {
    private final List<Flaw> flaws = new ArrayList<>();
    private final Claims claims = new Claims();
    private final Contest contest;
    private final Map<String, PaneCheck> panes = new LinkedHashMap<>();
    private final RevisionCheck revisions = new RevisionCheck(flaws::add);
    private final OnceCheck rejected = new OnceCheck(Topics.REJECTED.name(), flaws::add);
    private final OnceCheck deadLetters = new OnceCheck(Topics.DEAD_LETTERS, flaws::add);
    private final List<String> mustBeRejected = new ArrayList<>();
    private final List<String> mustBeDead = new ArrayList<>();
    private final Traces traces;
    private final TopCheck tops;
    private final PairCheck pairs;
    private long records;
    private long paneRecords;

    /** Checks by the options of the topology. */
    public RecordChecks(AuditOptions options) {
        this.contest = new Contest(options, claims);
        this.traces = new Traces(options.windowSizes(), options.pairs(), flaws::add);
        this.pairs = new PairCheck(options.pairs(), flaws::add);
        this.tops = new TopCheck(options.topEntities(), flaws::add);
    }

    /** Takes a record of news.rejected, all of them before the feed. */
    public void claim(RejectedArticle refusal) {
        claims.take(refusal);
    }

    /** Takes the next record of the feed. */
    public void feed(FeedRecord feedRecord) {
        records++;
        Contest.Verdict verdict = contest.take(feedRecord);
        Article article = feedRecord.article();
        if (verdict.refused() != null) {
            mustBeRejected.add(feedRecord.position());
        } else if (verdict.winner() != null && article != null) {
            revisions.expect(article.getUri(), new RevisionCheck.Won(verdict.winner(), verdict.replaced() != null));
        }
    }

    /** Takes the next record of the feed, which cannot be read as an article. */
    public void unreadable(int partition, long offset) {
        records++;
        mustBeDead.add(partition + "@" + offset);
    }

    /** Takes the next record of an output topic. */
    public void output(Topic<?> topic, String key, SpecificRecord value) {
        records++;
        if (value instanceof EnrichedArticle article) {
            RevisionCheck.Step step = revisions.take(key, article);
            if (step != null) {
                traces.change(step);
                pairs.stands(step);
            }
        } else if (value instanceof RejectedArticle refusal) {
            rejected(refusal);
        } else if (value.getSchema().getField("pane") != null) {
            pane(topic, key, value);
        }
    }

    /** Takes the next dead letter of the feed, by the position of the record that it stands for. */
    public void deadLetter(String position) {
        records++;
        deadLetters.take(position);
    }

    /** After all records: reports what is missing too. */
    public RecordReport finish(Instant closedBefore) {
        revisions.finish();
        traces.finish();
        tops.finish();
        pairs.finish();
        rejected.mustBe(mustBeRejected);
        deadLetters.mustBe(mustBeDead);
        panes.values().forEach(check -> check.mustBeClosed(closedBefore));
        return new RecordReport(
                records,
                panes.values().stream().mapToLong(PaneCheck::keys).sum(),
                paneRecords,
                traces.followed(),
                panes.values().stream().mapToLong(PaneCheck::open).sum(),
                flaws);
    }

    private void rejected(RejectedArticle refusal) {
        TopicPosition at = refusal.getTopicPosition();
        if (at != null && at.getTopic().equals(Topics.ARTICLES.name())) {
            rejected.take(at.getPartition() + "@" + at.getOffset());
        }
    }

    private void pane(Topic<?> topic, String key, SpecificRecord value) {
        paneRecords++;
        panes.computeIfAbsent(topic.name(), name -> new PaneCheck(name, flaws::add))
                .take(key, statedKey(value, key), (Pane) field(value, "pane"));
        if (value instanceof EntityCount count) {
            Amount amount = new Amount(count.getCount(), count.getArticles());
            traces.pane(topic.name(), key, amount);
            tops.counted(WindowKey.parse(key), amount);
        } else if (value instanceof SubjectCount count) {
            traces.pane(topic.name(), key, new Amount(count.getCount(), count.getArticles()));
        } else if (value instanceof EntityPairCount pair) {
            traces.pane(topic.name(), key, new Amount(pair.getArticles(), pair.getArticles()));
            pairs.take(key, pair);
        } else if (value instanceof TopEntities top) {
            tops.take(key, top);
        }
    }

    /** The key that the value says it has; where it does not name what it counts, the id is taken from the key. */
    private static WindowKey statedKey(SpecificRecord value, String key) {
        Instant start = (Instant) field(value, "windowStart");
        Duration size = Duration.between(start, (Instant) field(value, "windowEnd"));
        String id = statedId(value);
        return new WindowKey(start, size, id == null ? WindowKey.parse(key).id() : id);
    }

    private static @Nullable String statedId(SpecificRecord value) {
        if (value instanceof EntityCount count) {
            return count.getEntityId();
        }
        if (value instanceof SubjectCount count) {
            return count.getSubjectCode();
        }
        if (value instanceof EntityPairCount pair) {
            return pair.getEntityId() + "+" + pair.getOtherEntityId();
        }
        return value instanceof TopEntities ? "" : null;
    }

    private static Object field(SpecificRecord value, String name) {
        return value.get(value.getSchema().getField(name).pos());
    }
}
