package khabar.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import khabar.query.Knowledge;
import khabar.query.archive.Archive;
import khabar.query.values.WindowState;
import khabar.schemas.EntityCount;
import khabar.schemas.TopEntities;
import khabar.settings.SettingException;
import khabar.web.Asked;
import khabar.web.Reply;
import khabar.web.Routes;

/** The entities of a window, and one entity over time. */
final class EntityRoutes {
    private final Asking asking;
    private final Knowledge knowledge;

    EntityRoutes(Asking asking) {
        this.asking = asking;
        this.knowledge = asking.questions().knowledge();
    }

    void addTo(Routes routes) {
        routes.add("/api/entities", asking.held(this::entities))
                .add("/api/entities/{id}/timeline", asking.held(this::timeline));
    }

    private Reply entities(Asked asked) {
        asked.takesOnly("window", "start", "limit", "offset", "type", "subject", "count", "demonyms");
        int limit = asked.get(Parameters.LIMIT);
        int offset = asked.get(Parameters.OFFSET);
        checkDemonyms(asked);
        checkChoices(asked);
        return asking.archive(archive -> {
            Optional<WindowState> state = WindowRoutes.state(asked, archive);
            ObjectNode json = WindowRoutes.json(state);
            List<ObjectNode> rows = state.map(known -> rows(asked, archive, known, offset + limit + 1))
                    .orElse(List.of());
            json.set(
                    "entities",
                    JsonForms.array(rows.stream().skip(offset).limit(limit).toList(), row -> row));
            return Reply.json(json.put("next", rows.size() > offset + limit ? offset + limit : null));
        });
    }

    /** Before anything is looked up, so that what cannot be used is told at any time. */
    private static void checkChoices(Asked asked) {
        Parameters.window(asked);
        asked.get(Parameters.COUNT);
        asked.given(Parameters.TYPE);
        asked.given(Parameters.SUBJECT);
    }

    /** Published counts do not hold demonyms apart: they are in them, or they are not. */
    private void checkDemonyms(Asked asked) {
        boolean counted = knowledge.demonyms().equals("counted");
        asked.given(Parameters.DEMONYMS).ifPresent(wish -> {
            if (wish.equals("with") != counted) {
                throw new SettingException(
                        Parameters.DEMONYMS.name(),
                        wish,
                        (counted ? "with" : "without") + ", since the setting demonyms is " + knowledge.demonyms());
            }
        });
    }

    /** The first rows, most named first; as many as are wanted, or more. */
    private static List<ObjectNode> rows(Asked asked, Archive archive, WindowState state, int wanted) {
        Optional<String> type = asked.given(Parameters.TYPE);
        Optional<String> subject = asked.given(Parameters.SUBJECT);
        boolean unique = asked.get(Parameters.COUNT).equals("unique");
        if (type.isEmpty() && subject.isEmpty() && !unique) {
            Optional<TopEntities> top = archive.counts().top(state.window());
            if (top.isPresent() && top.get().getEntities().size() >= wanted) {
                return top.get().getEntities().stream().map(JsonForms::entity).toList();
            }
        }
        Stream<EntityCount> all = subject.isPresent()
                ? archive.articles().entitiesOf(subject.get(), state.window()).stream()
                : archive.counts().entities(state.window()).stream();
        return all.filter(row -> type.isEmpty() || type.get().equals(row.getEntityType()))
                .filter(row -> !unique || row.getUniqueArticles() > 0)
                .sorted(
                        unique
                                ? order(EntityCount::getUniqueCount, EntityCount::getUniqueArticles)
                                : order(EntityCount::getCount, EntityCount::getArticles))
                .limit(wanted)
                .map(JsonForms::entityRow)
                .toList();
    }

    private static Comparator<EntityCount> order(
            ToLongFunction<EntityCount> mentions, ToLongFunction<EntityCount> articles) {
        return Comparator.comparingLong(mentions)
                .thenComparingLong(articles)
                .reversed()
                .thenComparing(EntityCount::getEntityId);
    }

    private Reply timeline(Asked asked) {
        return asking.timeline(
                asked,
                "id",
                archive -> archive.counts()
                        .entityOver(asked.rest(), asked.get(Parameters.WINDOW), Parameters.stretch(asked)),
                point -> JsonForms.object()
                        .put("start", point.getWindowStart().toString())
                        .put("mentions", point.getCount())
                        .put("articles", point.getArticles())
                        .put("uniqueArticles", point.getUniqueArticles()));
    }
}
