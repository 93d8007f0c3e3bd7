package khabar.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import khabar.query.Knowledge;
import khabar.query.archive.Archive;
import khabar.query.archive.Counts;
import khabar.query.values.EntityRanking;
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
            List<ObjectNode> rows =
                    state.map(known -> rows(asked, archive, known)).orElse(List.of());
            json.set("entities", JsonForms.array(rows.stream().limit(limit).toList(), row -> row));
            return Reply.json(json.put("next", rows.size() > limit ? offset + limit : null));
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

    /** The rows from the offset on, most named first; one more than the limit where there is one. */
    private static List<ObjectNode> rows(Asked asked, Archive archive, WindowState state) {
        EntityRanking wanted = new EntityRanking(
                asked.given(Parameters.TYPE),
                asked.get(Parameters.COUNT).equals("unique"),
                asked.get(Parameters.OFFSET),
                asked.get(Parameters.LIMIT) + 1);
        Optional<String> subject = asked.given(Parameters.SUBJECT);
        if (subject.isPresent()) {
            return forms(ofSubject(archive.articles().entitiesOf(subject.get(), state.window()), wanted));
        }
        return published(archive, state, wanted)
                .orElseGet(() -> forms(archive.counts().entities(state.window(), wanted)));
    }

    /** The rows as the topology has ranked them, where it has published as many. */
    private static Optional<List<ObjectNode>> published(Archive archive, WindowState state, EntityRanking wanted) {
        if (wanted.type().isPresent() || wanted.unique()) {
            return Optional.empty();
        }
        return archive.counts()
                .top(state.window())
                .map(TopEntities::getEntities)
                .filter(rows -> rows.size() >= wanted.offset() + wanted.limit())
                .map(rows -> rows.subList(wanted.offset(), wanted.offset() + wanted.limit()).stream()
                        .map(JsonForms::entity)
                        .toList());
    }

    private static List<ObjectNode> forms(List<EntityCount> rows) {
        return rows.stream().map(JsonForms::entityRow).toList();
    }

    private static List<EntityCount> ofSubject(List<EntityCount> all, EntityRanking wanted) {
        return all.stream()
                .filter(row -> wanted.type().map(row.getEntityType()::equals).orElse(true))
                .filter(row -> !wanted.unique() || row.getUniqueArticles() > 0)
                .sorted(Counts.mostNamed(wanted.unique()))
                .skip(wanted.offset())
                .limit(wanted.limit())
                .toList();
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
