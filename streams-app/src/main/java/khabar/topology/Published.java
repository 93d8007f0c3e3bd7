package khabar.topology;

import java.util.List;
import java.util.Map;
import khabar.rules.RuleBook;
import khabar.schemas.EntityCount;
import khabar.schemas.EntityPairCount;
import khabar.schemas.RankedEntity;
import khabar.schemas.SubjectCount;
import khabar.schemas.TopEntities;
import khabar.schemas.Trend;
import khabar.schemas.state.RankedCount;
import khabar.topology.count.Counted;
import khabar.topology.pair.CountedPair;
import khabar.topology.rank.Top;
import khabar.topology.revision.DemonymAmounts;
import khabar.topology.trend.Followed;
import org.apache.kafka.streams.KeyValue;

/** Turns what was counted into the values of the output topics, with names for people. */
final class Published {
    private final RuleBook rules;

    Published(RuleBook rules) {
        this.rules = rules;
    }

    /** The key and value of news.entity-counts. */
    KeyValue<String, EntityCount> entityCount(Counted.Value counted) {
        return KeyValue.pair(
                counted.key().text(),
                new EntityCount(
                        counted.key().start(),
                        counted.key().end(),
                        counted.key().id(),
                        counted.type(),
                        names(counted.key().id()),
                        counted.now().count(),
                        counted.now().articles(),
                        counted.pane(),
                        counted.now().uniqueCount(),
                        counted.now().uniqueArticles(),
                        counted.now().sources(),
                        counted.now().demonyms().count(),
                        counted.now().demonyms().articles(),
                        counted.now().demonyms().uniqueCount(),
                        counted.now().demonyms().uniqueArticles()));
    }

    /** The key and value of news.subject-counts. */
    KeyValue<String, SubjectCount> subjectCount(Counted.Value counted) {
        return KeyValue.pair(
                counted.key().text(),
                new SubjectCount(
                        counted.key().start(),
                        counted.key().end(),
                        counted.key().id(),
                        rules.current().core().subjectNames(counted.key().id()),
                        counted.now().count(),
                        counted.now().articles(),
                        counted.pane(),
                        counted.now().uniqueCount(),
                        counted.now().uniqueArticles()));
    }

    /** The value of news.entity-pairs. */
    static EntityPairCount entityPair(CountedPair counted, int entityCap) {
        return new EntityPairCount(
                counted.key().start(),
                counted.key().end(),
                counted.pair().one(),
                counted.pair().other(),
                counted.articles(),
                counted.strength(),
                counted.pane(),
                counted.uniqueArticles(),
                entityCap,
                counted.cappedArticles());
    }

    /** The value of news.top-entities. */
    TopEntities topEntities(Top top) {
        List<RankedEntity> rows = top.rows().stream().map(this::row).toList();
        return new TopEntities(top.window().start(), top.window().end(), rows, top.pane());
    }

    /** The key and value of news.trends. */
    KeyValue<String, Trend> trend(Followed followed) {
        return KeyValue.pair(
                followed.key().text(),
                Trend.newBuilder()
                        .setWindowStart(followed.key().start())
                        .setWindowEnd(followed.key().end())
                        .setEntityId(followed.key().id())
                        .setEntityType(followed.type())
                        .setNames(names(followed.key().id()))
                        .setObserved(followed.standing().observed())
                        .setExpected(followed.standing().expected())
                        .setScore(followed.standing().score())
                        .setSince(followed.standing().since())
                        .setSources(followed.sources())
                        .setState(followed.state())
                        .setPane(followed.pane())
                        .build());
    }

    private RankedEntity row(RankedCount row) {
        DemonymAmounts demonyms = DemonymAmounts.of(row.getDemonyms());
        return new RankedEntity(
                row.getEntityId(),
                row.getType(),
                names(row.getEntityId()),
                row.getCount(),
                row.getArticles(),
                row.getUniqueCount(),
                row.getUniqueArticles(),
                demonyms.count(),
                demonyms.articles(),
                demonyms.uniqueCount(),
                demonyms.uniqueArticles());
    }

    private Map<String, String> names(String entityId) {
        return rules.entityNames(entityId);
    }
}
