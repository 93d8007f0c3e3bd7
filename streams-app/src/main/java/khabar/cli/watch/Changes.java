package khabar.cli.watch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import khabar.query.live.Board;
import khabar.query.live.Snapshot;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.RankedEntity;
import khabar.schemas.SubjectCount;
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

    /** The ids of the entities whose counts are different. */
    static Set<String> movedEntities(@Nullable Snapshot before, Snapshot now) {
        if (before == null) {
            return Set.of();
        }
        Set<RankedEntity> old =
                before.board().map(board -> new HashSet<>(board.entities())).orElse(new HashSet<>());
        return now.board().map(Board::entities).orElse(List.of()).stream()
                .filter(row -> !old.contains(row))
                .map(RankedEntity::getEntityId)
                .collect(Collectors.toSet());
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
