package khabar.cli.watch.choice;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import khabar.query.live.Board;
import khabar.query.live.LiveView;
import khabar.query.live.Snapshot;
import khabar.schemas.RankedEntity;
import khabar.schemas.Trend;
import khabar.topics.WindowKey;

/**
 * What there is to see at one moment.
 *
 * @param snapshot figures, trends, alerts and newest articles
 * @param shown the window that is shown, where it has data
 * @param known the windows of its size that can be stepped to, newest first
 * @param boards their counts, and those of the newest window of every other size
 * @param sizes the sizes of windows, smallest first
 * @param lag records that the topology has not read yet, where that is known
 */
public record Scene(
        Snapshot snapshot,
        Optional<Board> shown,
        List<WindowKey> known,
        Map<WindowKey, Board> boards,
        NavigableSet<Duration> sizes,
        OptionalLong lag) {
    private static final int MOST_ARTICLES = 2_000;

    /** What the view holds now of what was chosen. */
    public static Scene of(LiveView view, Choices choices, OptionalLong lag) {
        NavigableSet<Duration> sizes = view.windowSizes();
        Map<WindowKey, Board> boards = new HashMap<>();
        for (Duration size : sizes) {
            view.windows(size).forEach(window -> view.board(window).ifPresent(board -> boards.put(window, board)));
        }
        Snapshot snapshot = view.snapshot(choices.size(), MOST_ARTICLES);
        return new Scene(snapshot, Optional.empty(), List.of(), boards, sizes, lag).shifted(choices);
    }

    /** The same moment, with another of its windows where another was chosen. */
    public Scene shifted(Choices choices) {
        Optional<Duration> size =
                choices.size().or(() -> sizes.isEmpty() ? Optional.empty() : Optional.of(sizes.last()));
        List<WindowKey> windows = size.map(this::windows).orElse(List.of());
        Optional<Board> board =
                choices.pinned().or(() -> windows.stream().findFirst()).map(boards::get);
        return new Scene(snapshot, board, windows, boards, sizes, lag);
    }

    private List<WindowKey> windows(Duration size) {
        return boards.keySet().stream()
                .filter(window -> window.size().equals(size))
                .sorted(Comparator.comparing(WindowKey::start).reversed())
                .toList();
    }

    /** The row of the entity in the window, where it is among the first there. */
    public Optional<RankedEntity> row(WindowKey window, String entity) {
        Board board = boards.get(window);
        return board == null
                ? Optional.empty()
                : board.entities().stream()
                        .filter(row -> row.getEntityId().equals(entity))
                        .findFirst();
    }

    /** Articles that name the entity in each of so many windows up to the given one, the oldest first. */
    public long[] articles(WindowKey last, String entity, int windows) {
        long[] articles = new long[windows];
        WindowKey window = last.window();
        for (int back = windows - 1; back >= 0; back--) {
            articles[back] = row(window, entity).map(RankedEntity::getArticles).orElse(0L);
            window = new WindowKey(window.start().minus(window.size()), window.size(), "");
        }
        return articles;
    }

    /** The newest window of the size that has data. */
    public Optional<WindowKey> newest(Duration size) {
        return windows(size).stream().findFirst();
    }

    /** The trends of the size that is shown, strongest first. */
    public List<Trend> trends() {
        return snapshot.trends().stream()
                .filter(trend -> shown.isEmpty()
                        || Duration.between(trend.getWindowStart(), trend.getWindowEnd())
                                .equals(shown.get().window().size()))
                .toList();
    }

    /** The trend of the entity in windows of the size that is shown. */
    public Optional<Trend> trend(String entity) {
        return trends().stream()
                .filter(trend -> trend.getEntityId().equals(entity))
                .findFirst();
    }
}
