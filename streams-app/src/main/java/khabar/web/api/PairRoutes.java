package khabar.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.query.archive.Archive;
import khabar.query.values.WindowState;
import khabar.schemas.EntityCount;
import khabar.schemas.EntityPairCount;
import khabar.topics.WindowKey;
import khabar.web.Asked;
import khabar.web.Reply;
import khabar.web.Routes;

/** Who is named together with whom in a window. */
final class PairRoutes {
    private final Asking asking;

    PairRoutes(Asking asking) {
        this.asking = asking;
    }

    void addTo(Routes routes) {
        routes.add("/api/pairs", asking.held(this::pairs));
    }

    private Reply pairs(Asked asked) {
        asked.takesOnly("window", "start", "limit", "entity");
        int limit = asked.get(Parameters.LIMIT);
        Optional<String> entity = asked.given(Parameters.ENTITY);
        Parameters.window(asked);
        return asking.archive(archive -> {
            Optional<WindowState> state = WindowRoutes.state(asked, archive);
            List<EntityPairCount> pairs = state.map(known -> archive.counts().pairs(known.window(), entity, limit))
                    .orElse(List.of());
            ObjectNode json = WindowRoutes.json(state);
            json.put("entityCap", pairs.isEmpty() ? null : pairs.get(0).getEntityCap());
            json.set("pairs", JsonForms.array(pairs, pair -> pair(archive, pair)));
            return Reply.json(json);
        });
    }

    private static ObjectNode pair(Archive archive, EntityPairCount pair) {
        ObjectNode json = JsonForms.object();
        json.set("a", named(archive, windowOf(pair), pair.getEntityId()));
        json.set("b", named(archive, windowOf(pair), pair.getOtherEntityId()));
        return counts(json, pair);
    }

    /** The other one of a pair that has the entity of the key. */
    static ObjectNode partner(Archive archive, WindowKey key, EntityPairCount pair) {
        String other = pair.getEntityId().equals(key.id()) ? pair.getOtherEntityId() : pair.getEntityId();
        return counts(named(archive, key, other), pair);
    }

    private static ObjectNode counts(ObjectNode json, EntityPairCount pair) {
        return json.put("articles", pair.getArticles())
                .put("uniqueArticles", pair.getUniqueArticles())
                .put("strength", pair.getStrength());
    }

    /** Type and names as they were counted in that window: a pair itself has neither. */
    private static ObjectNode named(Archive archive, WindowKey window, String id) {
        Optional<EntityCount> count = archive.counts().entity(new WindowKey(window.start(), window.size(), id));
        ObjectNode json = JsonForms.object()
                .put("id", id)
                .put("type", count.map(EntityCount::getEntityType).orElse(""));
        json.set("names", JsonForms.names(count.map(EntityCount::getNames).orElse(Map.of())));
        return json;
    }

    private static WindowKey windowOf(EntityPairCount pair) {
        return new WindowKey(pair.getWindowStart(), Duration.between(pair.getWindowStart(), pair.getWindowEnd()), "");
    }
}
