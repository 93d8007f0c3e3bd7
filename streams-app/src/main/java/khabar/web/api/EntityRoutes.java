package khabar.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import khabar.query.Knowledge;
import khabar.query.archive.Archive;
import khabar.query.archive.Counts;
import khabar.query.values.EntityRanking;
import khabar.query.values.Stretch;
import khabar.query.values.WindowState;
import khabar.query.values.WithoutDemonyms;
import khabar.schemas.EntityCount;
import khabar.schemas.TopEntities;
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
    private void checkChoices(Asked asked) {
        Parameters.window(asked);
        Parameters.demonyms(asked, knowledge);
        asked.get(Parameters.COUNT);
        asked.given(Parameters.TYPE);
        asked.given(Parameters.SUBJECT);
    }

    /** The rows from the offset on, most named first; one more than the limit where there is one. */
    private List<ObjectNode> rows(Asked asked, Archive archive, WindowState state) {
        EntityRanking wanted = new EntityRanking(
                asked.given(Parameters.TYPE),
                asked.get(Parameters.COUNT).equals("unique"),
                Parameters.demonyms(asked, knowledge),
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
        if (wanted.type().isPresent() || wanted.unique() || !wanted.demonyms()) {
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
                .map(wanted::ranked)
                .filter(row -> row.getArticles() > 0)
                .filter(row -> wanted.type().map(row.getEntityType()::equals).orElse(true))
                .filter(row -> !wanted.unique() || row.getUniqueArticles() > 0)
                .sorted(Counts.mostNamed(wanted.unique()))
                .skip(wanted.offset())
                .limit(wanted.limit())
                .toList();
    }

    /** Windows in which demonyms alone name the entity have points also without them, of nothing. */
    private Reply timeline(Asked asked) {
        asked.takesOnly("window", "from", "to", "limit", "demonyms");
        boolean demonyms = Parameters.demonyms(asked, knowledge);
        Duration size = asked.get(Parameters.WINDOW);
        Stretch stretch = Parameters.stretch(asked);
        return asking.timeline(
                asked,
                "id",
                archive -> archive.counts()
                        .newestOf(asked.rest(), size)
                        .map(newest -> archive.counts().entityOver(asked.rest(), size, stretch)),
                point -> point(demonyms ? point : WithoutDemonyms.of(point)));
    }

    private static ObjectNode point(EntityCount count) {
        return JsonForms.object()
                .put("start", count.getWindowStart().toString())
                .put("mentions", count.getCount())
                .put("articles", count.getArticles())
                .put("uniqueArticles", count.getUniqueArticles());
    }
}
