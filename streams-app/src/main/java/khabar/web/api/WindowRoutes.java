package khabar.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.query.Knowledge;
import khabar.query.archive.Archive;
import khabar.query.archive.Counts;
import khabar.query.values.Stretch;
import khabar.query.values.WindowState;
import khabar.schemas.PaneTiming;
import khabar.schemas.SubjectCount;
import khabar.schemas.Trend;
import khabar.schemas.TrendState;
import khabar.topics.WindowKey;
import khabar.web.Asked;
import khabar.web.Reply;
import khabar.web.Routes;

/** The windows that there are, and what stands in one besides entities: subjects and trends. */
final class WindowRoutes {
    private static final Comparator<Trend> STRONGEST =
            Comparator.comparingDouble(Trend::getScore).reversed().thenComparing(Trend::getEntityId);

    private final Asking asking;
    private final Knowledge knowledge;

    WindowRoutes(Asking asking) {
        this.asking = asking;
        this.knowledge = asking.questions().knowledge();
    }

    void addTo(Routes routes) {
        routes.add("/api/windows", asking.held(this::windows))
                .add("/api/subjects", asking.held(this::subjects))
                .add("/api/subjects/{code}/timeline", asking.held(this::subjectTimeline))
                .add("/api/trends", asking.held(this::trends));
    }

    /** The window that is asked for, where it has counts; the newest one that has where none is. */
    static Optional<WindowState> state(Asked asked, Archive archive) {
        Optional<WindowKey> window = Parameters.window(asked);
        return window.isPresent()
                ? archive.counts().window(window.get())
                : archive.counts().newest(asked.get(Parameters.WINDOW));
    }

    /** Nothing but the window. */
    static ObjectNode json(Optional<WindowState> state) {
        ObjectNode json = JsonForms.object();
        json.set("window", state.map(WindowRoutes::window).orElse(null));
        return json;
    }

    private static ObjectNode window(WindowState state) {
        return JsonForms.window(state.window(), state.timing());
    }

    private Reply windows(Asked asked) {
        asked.takesOnly("window", "limit", "before");
        int limit = asked.get(Parameters.LIMIT);
        Duration size = asked.get(Parameters.WINDOW);
        return asking.archive(archive -> {
            List<WindowState> found = archive.counts().windows(size, asked.given(Parameters.BEFORE_START), limit + 1);
            List<WindowState> rows = found.subList(0, Math.min(limit, found.size()));
            ObjectNode json = JsonForms.object();
            json.set("windows", JsonForms.array(rows, WindowRoutes::window));
            boolean more = found.size() > limit;
            return Reply.json(
                    json.put("next", more ? rows.get(limit - 1).window().start().toString() : null));
        });
    }

    private Reply subjects(Asked asked) {
        asked.takesOnly("window", "start", "limit");
        int limit = asked.get(Parameters.LIMIT_OF_ALL);
        Parameters.window(asked);
        return asking.archive(archive -> {
            Optional<WindowState> state = state(asked, archive);
            List<SubjectCount> subjects = state.map(known -> archive.counts().subjects(known.window()))
                    .orElse(List.of());
            ObjectNode json = json(state);
            json.set("subjects", JsonForms.array(subjects.stream().limit(limit).toList(), this::subject));
            return Reply.json(json);
        });
    }

    private ObjectNode subject(SubjectCount row) {
        return JsonForms.subject(row)
                .put("parent", knowledge.broaderSubject(row.getSubjectCode()).orElse(null));
    }

    private Reply subjectTimeline(Asked asked) {
        asked.takesOnly("window", "from", "to", "limit");
        String code = Parameters.CODE.parse(asked.rest());
        return asking.timeline(
                new Asked(asked.target(), code, asked.parameters()),
                "code",
                archive -> subjectOver(archive.counts(), code, asked),
                point -> JsonForms.object()
                        .put("start", point.getWindowStart().toString())
                        .put("articles", point.getArticles())
                        .put("uniqueArticles", point.getUniqueArticles())
                        .put("evidence", point.getCount()));
    }

    /** Of a subject that has a name, or that was ever counted. */
    private Optional<List<SubjectCount>> subjectOver(Counts counts, String code, Asked asked) {
        Duration size = asked.get(Parameters.WINDOW);
        boolean known = !knowledge.subjectNames(code).isEmpty()
                || !counts.subjectOver(code, size, new Stretch(Optional.empty(), Optional.empty(), 1))
                        .isEmpty();
        return known ? Optional.of(counts.subjectOver(code, size, Parameters.stretch(asked))) : Optional.empty();
    }

    private Reply trends(Asked asked) {
        asked.takesOnly("window", "start", "limit");
        int limit = asked.get(Parameters.LIMIT);
        Parameters.window(asked);
        return asking.archive(archive -> {
            Optional<WindowState> state = state(asked, archive);
            List<Trend> trends =
                    state.map(known -> trends(archive.counts(), known)).orElse(List.of());
            ObjectNode json = json(state);
            json.set(
                    "trends",
                    JsonForms.array(
                            trends.stream().sorted(STRONGEST).limit(limit).toList(), JsonForms::trend));
            return Reply.json(json);
        });
    }

    /** Those of the window; while it is open, also those that the window before it left trending. */
    private static List<Trend> trends(Counts counts, WindowState state) {
        List<Trend> own = counts.trends(state.window());
        List<Trend> shown = new ArrayList<>(own);
        if (state.timing() == PaneTiming.EARLY) {
            Set<String> ids = new HashSet<>();
            own.forEach(trend -> ids.add(trend.getEntityId()));
            counts.windows(state.window().size(), Optional.of(state.window().start()), 1).stream()
                    .flatMap(before -> counts.trends(before.window()).stream())
                    .filter(trend -> trend.getState() == TrendState.TRENDING && !ids.contains(trend.getEntityId()))
                    .forEach(shown::add);
        }
        shown.removeIf(trend -> trend.getState() == TrendState.ENDED);
        return shown;
    }
}
