package khabar.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import khabar.app.Audits;
import khabar.audit.AuditOptions;
import khabar.audit.FeedRecord;
import khabar.audit.records.Flaw;
import khabar.audit.records.RecordChecks;
import khabar.audit.records.RecordReport;
import khabar.language.TextCore;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.EntityPairCount;
import khabar.schemas.Pane;
import khabar.schemas.PaneTiming;
import khabar.schemas.PubStatus;
import khabar.schemas.RankedEntity;
import khabar.schemas.SubjectCount;
import khabar.schemas.TopEntities;
import khabar.schemas.Trend;
import khabar.settings.Settings;
import khabar.topics.Topic;
import khabar.topics.Topics;
import khabar.topology.pair.CountPairs;
import khabar.topology.pair.PairOptions;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The checker of every record is proven: whatever single record is spoilt, it says so and names the key. */
final class RecordChecksTest {
    private static final long SEED = 20_240_304;
    private static final int ARTICLES = 40;
    private static final List<String> SENTENCES = List.of(
            "ارتش سوریه و روسیه", "سوریه", "روسیه و چین", "لاوروف به تهران رفت", "ایران و عراق", "روسیه روسیه سوریه");

    private static final List<FeedRecord> FEED = new ArrayList<>();
    private static final List<Written> OUTPUT = new ArrayList<>();
    private static AuditOptions options;

    /** A record of an output topic. */
    private record Written(Topic<?> topic, String key, SpecificRecord value) {
        Written with(SpecificRecord other) {
            return new Written(topic, key, other);
        }

        /** What a flaw of it names: its key, or for a refusal the position in the feed. */
        boolean isNamedBy(Flaw flaw) {
            String at = value instanceof khabar.schemas.RejectedArticle refusal
                    ? "0@" + refusal.getTopicPosition().getOffset()
                    : key;
            return flaw.toString().contains(at);
        }
    }

    @BeforeAll
    static void aTopologyPublishesAHistory() {
        Settings settings = Settings.defaults()
                .with(TopologyOptions.WINDOW_SIZES, "PT10M,PT1H")
                .with(TopologyOptions.LATENESS, "0s")
                // No day is over at noon.
                .with(PairOptions.WINDOW_SIZES, "PT10M,PT1H")
                .with(PairOptions.LEAST_ARTICLES, "1");
        try (Newsroom newsroom = new Newsroom(TextCore.shipped(), settings)) {
            play(newsroom, new Random(SEED));
            for (Topic<?> topic : Topics.AVRO) {
                if (!topic.equals(Topics.ARTICLES) && !topic.equals(Topics.RULES)) {
                    newsroom.read(topic)
                            .forEach(one -> OUTPUT.add(new Written(topic, String.valueOf(one.key()), one.value())));
                }
            }
            options = Audits.options(newsroom.options);
        }
    }

    private static void play(Newsroom newsroom, Random random) {
        for (int i = 0; i < ARTICLES; i++) {
            Instant published = Newsroom.NOON.minusSeconds(1 + random.nextInt(7200));
            Article article = Newsroom.article("uri-" + random.nextInt(12), SENTENCES.get(random.nextInt(6)))
                    .setVersion(i % 13 == 12 ? "x" : Integer.toString(1 + i / 8))
                    .setPublishedAt(published)
                    .setPubStatus(i % 11 == 10 ? PubStatus.WITHHELD : i == 20 ? PubStatus.CANCELED : PubStatus.USABLE)
                    .build();
            FEED.add(new FeedRecord(0, FEED.size(), article.getUri(), article, Newsroom.NOON));
            newsroom.send(article);
            if (random.nextInt(3) == 0) {
                newsroom.settle().pass(CountPairs.LEAST_INTERVAL);
            }
            if (i == ARTICLES / 2) {
                newsroom.fallSilent();
            }
        }
        newsroom.settle().fallSilent();
    }

    @Test
    void whatTheTopologyWroteHasNoFlawAndEveryPaneOfACountWasFollowed() {
        RecordReport report = check(OUTPUT);

        assertThat(report.flaws()).isEmpty();
        assertThat(report.open()).isZero();
        assertThat(report.followed())
                .isEqualTo(panes().filter(one -> !(one.value() instanceof TopEntities || one.value() instanceof Trend))
                        .count());
        assertThat(panes().filter(one -> one.value() instanceof EntityPairCount))
                .extracting(one -> pane(one).getTiming())
                .contains(PaneTiming.values());
        for (PaneTiming timing : PaneTiming.values()) {
            assertThat(panes()).as(timing.name()).anyMatch(one -> pane(one).getTiming() == timing);
        }
        assertThat(OUTPUT).anyMatch(one -> one.topic().equals(Topics.REJECTED));
    }

    @Test
    void noRecordCanBeDropped() {
        everySpoiling((records, index) -> {
            records.remove((int) index);
            return true;
        });
    }

    @Test
    void noRecordCanBeDuplicated() {
        everySpoiling((records, index) -> {
            records.add(index, records.get(index));
            return true;
        });
    }

    @Test
    void noTwoRecordsOfAKeyCanBeSwapped() {
        everySpoiling((records, index) -> {
            Written one = records.get(index);
            for (int other = index + 1; other < records.size(); other++) {
                Written next = records.get(other);
                if (next.topic().equals(one.topic()) && next.key().equals(one.key())) {
                    records.set(index, next);
                    records.set(other, one);
                    // Refusals say where they belong, so that their order says nothing.
                    return !one.topic().equals(Topics.REJECTED);
                }
            }
            return false;
        });
    }

    @Test
    void noCountCanBeChangedByOne() {
        everySpoiling(changed(value -> {
            if (value instanceof EntityCount count) {
                return EntityCount.newBuilder(count)
                        .setCount(count.getCount() + 1)
                        .build();
            }
            if (value instanceof SubjectCount count) {
                return SubjectCount.newBuilder(count)
                        .setCount(count.getCount() + 1)
                        .build();
            }
            return value instanceof TopEntities top && !top.getEntities().isEmpty() ? withFirstRowChanged(top) : value;
        }));
    }

    @Test
    void noNumberOfArticlesCanBeChangedByOne() {
        everySpoiling(changed(value -> {
            if (value instanceof EntityCount count) {
                return EntityCount.newBuilder(count)
                        .setArticles(count.getArticles() + 1)
                        .build();
            }
            if (value instanceof EntityPairCount count) {
                // By more than one: what a pair has had at another moment is a value that there may be.
                return EntityPairCount.newBuilder(count)
                        .setArticles(count.getArticles() + 1000)
                        .build();
            }
            return value instanceof SubjectCount count
                    ? SubjectCount.newBuilder(count)
                            .setArticles(count.getArticles() - 1)
                            .build()
                    : value;
        }));
    }

    @Test
    void theNewestStrengthOfAPairCannotBeChanged() {
        Map<String, Integer> newest = new TreeMap<>();
        for (int i = 0; i < OUTPUT.size(); i++) {
            if (OUTPUT.get(i).value() instanceof EntityPairCount) {
                newest.put(OUTPUT.get(i).key(), i);
            }
        }
        everySpoiling((records, index) -> {
            Written one = records.get(index);
            if (!Objects.equals(newest.get(one.key()), index)
                    || !(one.value() instanceof EntityPairCount count)
                    || count.getStrength() == null) {
                return false;
            }
            records.set(
                    index,
                    one.with(EntityPairCount.newBuilder(count)
                            .setStrength(count.getStrength() - 0.01)
                            .build()));
            return true;
        });
    }

    @Test
    void noWindowCanDisagreeWithItsKey() {
        everySpoiling(changed(value -> value instanceof EntityCount count
                ? EntityCount.newBuilder(count)
                        .setWindowEnd(count.getWindowEnd().plusSeconds(1))
                        .build()
                : value));
    }

    @Test
    void noRevisionCanBeOfAnotherVersion() {
        everySpoiling(changed(value -> value instanceof EnrichedArticle article
                ? EnrichedArticle.newBuilder(article)
                        .setVersion(article.getVersion() + 1)
                        .build()
                : value));
    }

    /** A way to spoil the record at an index; false where it cannot be spoilt that way. */
    private interface Spoiling {
        boolean spoil(List<Written> records, Integer index);
    }

    private static Spoiling changed(UnaryOperator<SpecificRecord> change) {
        return (records, index) -> {
            Written before = records.get(index);
            SpecificRecord value = change.apply(before.value());
            records.set(index, before.with(value));
            return !value.equals(before.value());
        };
    }

    private static void everySpoiling(Spoiling spoiling) {
        int spoilt = 0;
        for (int i = 0; i < OUTPUT.size(); i++) {
            List<Written> records = new ArrayList<>(OUTPUT);
            Written victim = records.get(i);
            if (spoiling.spoil(records, i)) {
                spoilt++;
                assertThat(check(records).flaws())
                        .as("%s %s, record %d of seed %d", victim.topic().name(), victim.key(), i, SEED)
                        .anyMatch(victim::isNamedBy);
            }
        }
        assertThat(spoilt).isGreaterThan(5);
    }

    private static RecordReport check(List<Written> output) {
        RecordChecks checks = new RecordChecks(options);
        FEED.forEach(checks::feed);
        output.forEach(one -> checks.output(one.topic(), one.key(), one.value()));
        return checks.finish(Instant.MAX.minus(Duration.ofDays(1)));
    }

    private static Stream<Written> panes() {
        return OUTPUT.stream().filter(one -> one.value().getSchema().getField("pane") != null);
    }

    private static Pane pane(Written one) {
        return (Pane) one.value().get(one.value().getSchema().getField("pane").pos());
    }

    private static TopEntities withFirstRowChanged(TopEntities top) {
        List<RankedEntity> rows = new ArrayList<>(top.getEntities());
        RankedEntity first = rows.get(0);
        // By more than one: a count that the entity has had at another moment is a row that there may be.
        rows.set(
                0,
                RankedEntity.newBuilder(first).setCount(first.getCount() + 1000).build());
        return TopEntities.newBuilder(top).setEntities(rows).build();
    }
}
