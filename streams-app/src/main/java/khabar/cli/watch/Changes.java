package khabar.cli.watch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import khabar.query.live.Board;
import khabar.query.live.Snapshot;
import khabar.schemas.Alert;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.RankedEntity;
import khabar.schemas.SubjectCount;
import khabar.schemas.Trend;
import khabar.topics.WindowKey;
import khabar.web.api.JsonForms;
import org.jspecify.annotations.Nullable;

/** What is different between two snapshots, one JSON object for each difference, the oldest article first. */
public final class Changes {
    private final List<ObjectNode> changes = new ArrayList<>();

    private Changes() {}

    /** The differences; everything where there was nothing before. */
    public static List<ObjectNode> between(@Nullable Snapshot before, Snapshot now) {
        Changes found = new Changes();
        found.articles(before, now);
        Optional<Board> boardBefore = Optional.ofNullable(before).flatMap(Snapshot::board);
        now.board()
                .ifPresent(board ->
                        found.board(boardBefore.filter(old -> old.window().equals(board.window())), board));
        found.trends(before, now);
        found.alerts(before, now);
        found.figure(
                "rejected",
                before == null ? 0 : before.figures().rejected(),
                now.figures().rejected());
        found.figure(
                "deadLetters",
                before == null ? 0 : before.figures().deadLetters(),
                now.figures().deadLetters());
        return found.changes;
    }

    private void articles(@Nullable Snapshot before, Snapshot now) {
        Set<EnrichedArticle> known = before == null ? Set.of() : new HashSet<>(before.articles());
        List<EnrichedArticle> fresh = new ArrayList<>();
        now.articles().stream().filter(article -> !known.contains(article)).forEach(article -> fresh.add(0, article));
        fresh.forEach(article -> changes.add(JsonNodeFactory.instance
                .objectNode()
                .put("change", "article")
                .put("publishedAt", article.getPublishedAt().toString())
                .put("language", article.getLanguage())
                .put("uri", article.getUri())
                .put("headline", JsonForms.headline(article))));
    }

    private void trends(@Nullable Snapshot before, Snapshot now) {
        Map<String, Trend> old = new HashMap<>();
        if (before != null) {
            before.trends().forEach(trend -> old.put(trend.getEntityId(), trend));
        }
        for (Trend trend : now.trends()) {
            if (!trend.equals(old.remove(trend.getEntityId()))) {
                changes.add(trend("trend", trend));
            }
        }
        old.values().forEach(gone -> changes.add(trend("trend-over", gone)));
    }

    private static ObjectNode trend(String kind, Trend trend) {
        Duration size = Duration.between(trend.getWindowStart(), trend.getWindowEnd());
        ObjectNode change = JsonNodeFactory.instance
                .objectNode()
                .put("change", kind)
                .put("window", new WindowKey(trend.getWindowStart(), size, "").text())
                .put("timing", trend.getPane().getTiming().name());
        change.setAll(JsonForms.trend(trend));
        return change;
    }

    private void alerts(@Nullable Snapshot before, Snapshot now) {
        Set<Alert> known = before == null ? Set.of() : new HashSet<>(before.alerts());
        List<Alert> fresh = new ArrayList<>();
        now.alerts().stream().filter(alert -> !known.contains(alert)).forEach(alert -> fresh.add(0, alert));
        fresh.forEach(alert -> changes.add(alert("alert", alert)));
        // Those that have become too many leave from the end; one that leaves from between was withdrawn.
        Set<Alert> standing = new HashSet<>(now.alerts());
        Instant oldest = now.alerts().isEmpty()
                ? Instant.MIN
                : now.alerts().get(now.alerts().size() - 1).getFiredAt();
        known.stream()
                .filter(alert -> !standing.contains(alert)
                        && (standing.size() < known.size()
                                || !alert.getFiredAt().isBefore(oldest)))
                .forEach(alert -> changes.add(alert("alert-over", alert)));
    }

    private static ObjectNode alert(String kind, Alert alert) {
        ObjectNode change = JsonNodeFactory.instance.objectNode().put("change", kind);
        change.setAll(JsonForms.alert(alert));
        return change;
    }

    private void board(Optional<Board> before, Board now) {
        if (before.isEmpty() || before.get().timing() != now.timing()) {
            changes.add(change("window", now));
        }
        rows(
                now,
                "entity",
                before.map(Board::entities).orElse(List.of()),
                now.entities(),
                RankedEntity::getEntityId,
                JsonForms::entity);
        rows(
                now,
                "subject",
                before.map(Board::subjects).orElse(List.of()),
                now.subjects(),
                SubjectCount::getSubjectCode,
                row -> JsonForms.subject(row));
    }

    private <T> void rows(
            Board board,
            String kind,
            List<T> before,
            List<T> now,
            Function<T, String> id,
            Function<T, ObjectNode> form) {
        Map<String, ObjectNode> old = new HashMap<>();
        before.forEach(row -> old.put(id.apply(row), form.apply(row)));
        for (T row : now) {
            ObjectNode json = form.apply(row);
            if (!Objects.equals(old.remove(id.apply(row)), json)) {
                ObjectNode change = change(kind, board);
                change.setAll(json);
                changes.add(change);
            }
        }
        old.forEach((gone, row) -> {
            ObjectNode change = change("left", board);
            change.setAll(row);
            changes.add(change);
        });
    }

    private void figure(String name, long before, long now) {
        if (before != now) {
            changes.add(
                    JsonNodeFactory.instance.objectNode().put("change", name).put(name, now));
        }
    }

    private static ObjectNode change(String kind, Board board) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("change", kind)
                .put("window", board.window().text())
                .put("timing", board.timing().name());
    }
}
