package khabar.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.query.Knowledge;
import khabar.query.archive.Archive;
import khabar.query.values.ArticleSearch;
import khabar.query.values.WithoutDemonyms;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.PaneTiming;
import khabar.topics.WindowKey;
import khabar.web.Asked;
import khabar.web.Reply;
import khabar.web.Routes;

/** Everything about one entity in one window. */
final class EntityPage {
    private static final int ARTICLES = 20;
    private static final int PAIRS = 20;

    private final Asking asking;
    private final Knowledge knowledge;

    EntityPage(Asking asking) {
        this.asking = asking;
        this.knowledge = asking.questions().knowledge();
    }

    void addTo(Routes routes) {
        routes.add("/api/entities/{id}", asking.held(this::entity));
    }

    private Reply entity(Asked asked) {
        asked.takesOnly("window", "start", "demonyms");
        String id = asked.rest();
        Duration size = asked.get(Parameters.WINDOW);
        Optional<WindowKey> wanted = Parameters.window(asked);
        boolean demonyms = Parameters.demonyms(asked, knowledge);
        return asking.archive(archive -> {
            Optional<WindowKey> newest = archive.counts().newestOf(id, size);
            if (newest.isEmpty()) {
                return Asking.notFound(
                        "id: " + id + " (expected: an entity that is named in some window of this size)");
            }
            WindowKey key = wanted.map(window -> new WindowKey(window.start(), size, id))
                    .orElse(newest.get());
            EntityCount known = archive.counts().entity(newest.get()).orElseThrow();
            EntityCount count = archive.counts().entity(key).orElseGet(() -> nothing(key, known));
            return Reply.json(page(archive, key, demonyms ? count : WithoutDemonyms.of(count)));
        });
    }

    private ObjectNode page(Archive archive, WindowKey key, EntityCount count) {
        ObjectNode json = JsonForms.entityCount(count);
        json.set(
                "window",
                JsonForms.window(
                        key.window(),
                        archive.counts()
                                .window(key.window())
                                .map(state -> state.timing())
                                .orElse(PaneTiming.EARLY)));
        json.set("trend", archive.counts().trend(key).map(JsonForms::trend).orElse(null));
        json.set("subjects", JsonForms.array(subjects(archive, key), this::subject));
        json.set(
                "pairs",
                JsonForms.array(
                        archive.counts().pairs(key.window(), Optional.of(key.id()), PAIRS),
                        pair -> PairRoutes.partner(archive, key, pair)));
        List<EnrichedArticle> articles = archive.articles()
                .search(ArticleSearch.ofEntity(key.id(), key.start(), key.end(), ARTICLES))
                .rows();
        json.set("newestArticles", JsonForms.array(articles, JsonForms::articleRow));
        return json;
    }

    private static List<Map.Entry<String, Long>> subjects(Archive archive, WindowKey key) {
        return archive.articles().subjectsOf(key.id(), key).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    private ObjectNode subject(Map.Entry<String, Long> row) {
        ObjectNode json = JsonForms.object().put("code", row.getKey());
        json.set("names", JsonForms.names(knowledge.subjectNames(row.getKey())));
        return json.put("articles", row.getValue());
    }

    private static EntityCount nothing(WindowKey key, EntityCount known) {
        return EntityCount.newBuilder(known)
                .setWindowStart(key.start())
                .setWindowEnd(key.end())
                .setCount(0)
                .setArticles(0)
                .setUniqueCount(0)
                .setUniqueArticles(0)
                .setDemonymCount(0)
                .setDemonymOnlyArticles(0)
                .setUniqueDemonymCount(0)
                .setUniqueDemonymOnlyArticles(0)
                .setSources(0)
                .build();
    }
}
