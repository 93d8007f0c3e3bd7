package khabar.cli.watch.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabar.cli.watch.SafeText;
import khabar.cli.watch.Table;
import khabar.cli.watch.choice.Choices;
import khabar.cli.watch.choice.Key;
import khabar.cli.watch.choice.Pane;
import khabar.cli.watch.choice.Scene;
import khabar.feed.show.Counted;
import khabar.query.live.Board;
import khabar.query.live.Figures;
import khabar.schemas.PaneTiming;

/**
 * The whole screen as lines: what stands on top, the panes or what was opened, and what stands at the
 * bottom.
 *
 * @param scene what there is
 * @param choices what is wanted
 * @param listings what the panes say
 * @param notes lines that are always there
 */
public record Sheet(Scene scene, Choices choices, Map<Pane, Listing> listings, List<String> notes) {
    private static final int MARK = 2;
    private static final String SELECTED = "> ";
    private static final String OTHER = "  ";
    private static final int HELP_KEYS = 12;

    /** The sheet for what there is and what is wanted. */
    public static Sheet of(Scene scene, Choices choices, Set<String> fresh, int columns, List<String> notes) {
        RowForms forms = new RowForms(columns - MARK - 1);
        return new Sheet(scene, choices, new Listings(scene, choices, fresh, forms).all(), notes);
    }

    /** As many lines as there are rows, or fewer. */
    public List<Line> lines(int rows, int columns) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Line.Look.STRONG, window()));
        lines.add(Line.plain(figures()));
        int body = Math.max(1, rows - lines.size() - notes.size() - 1);
        lines.addAll(body(body, columns));
        while (lines.size() < rows - notes.size() - 1) {
            lines.add(Line.plain(""));
        }
        notes.forEach(note -> lines.add(new Line(Line.Look.QUIET, SafeText.line(note))));
        lines.add(footer());
        return lines.subList(0, Math.min(rows, lines.size()));
    }

    private List<Line> body(int rows, int columns) {
        if (choices.isHelp()) {
            return scrolled(help(), rows);
        }
        Optional<Choices.Subject> opened = choices.opened();
        if (opened.isPresent()) {
            return scrolled(new Details(scene, new RowForms(columns - MARK - 1)).of(opened.get()), rows);
        }
        Map<Pane, Integer> shares = shares(rows);
        List<Line> lines = new ArrayList<>();
        for (Pane pane : Pane.values()) {
            Listing listing = listings.get(pane);
            int height = shares.getOrDefault(pane, 0);
            if (listing != null && height > 0) {
                lines.addAll(pane(pane, listing, height));
            }
        }
        return lines;
    }

    private Map<Pane, Integer> shares(int rows) {
        Map<Pane, Integer> wanted = new EnumMap<>(Pane.class);
        listings.forEach((pane, listing) -> wanted.put(pane, listing.height()));
        return choices.isAlone() ? Map.of(choices.focus(), rows) : Shares.of(rows, wanted, choices.focus());
    }

    private List<Line> pane(Pane pane, Listing listing, int height) {
        boolean focus = pane == choices.focus();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                focus ? Line.Look.FOCUS : Line.Look.TITLE,
                (focus ? SELECTED : OTHER) + listing.columns() + listing.title()));
        int selected = focus ? choices.selectedAmong(pane, listing.ids()) : -1;
        int room = height - 1;
        int first = Math.max(0, Math.min(selected - room / 2, listing.rows().size() - room));
        listing.rows().stream().skip(first).limit(room).forEach(row -> {
            boolean here = first + lines.size() - 1 == selected;
            Line.Look look = here ? Line.Look.SELECTED : row.strong() ? Line.Look.STRONG : Line.Look.PLAIN;
            lines.add(new Line(look, (here ? SELECTED : OTHER) + row.text()));
        });
        return lines;
    }

    private List<Line> scrolled(List<Line> all, int rows) {
        int first = Math.max(0, Math.min(choices.scrolled(), all.size() - rows));
        return all.subList(first, Math.min(all.size(), first + rows));
    }

    private String window() {
        String shown = scene.shown()
                .map(board -> Table.window(board.window())
                        + (board.timing() == PaneTiming.EARLY ? ", open" : ", closed")
                        + past(board))
                .orElse("no window has data yet");
        return "Khabar  " + shown + (choices.isPaused() ? "  PAUSED" : "");
    }

    /** What can be selected in a pane, the first on top. */
    public List<String> ids(Pane pane) {
        Listing listing = listings.get(pane);
        return listing == null ? List.of() : listing.ids();
    }

    private String past(Board board) {
        int back = scene.known().indexOf(board.window());
        return choices.pinned().isEmpty() || back < 1
                ? ""
                : ", " + back + " back of " + (scene.known().size() - 1);
    }

    private String figures() {
        Figures figures = scene.snapshot().figures();
        return String.format(
                Locale.ROOT,
                "%s, %.1f/s%s, %,d rejected, %s, %s%s",
                Counted.of(figures.articles(), "article"),
                figures.perSecond(),
                scene.lag().isPresent() ? ", lag " + scene.lag().getAsLong() : "",
                figures.rejected(),
                Counted.of(figures.deadLetters(), "dead letter"),
                Counted.of(figures.latePanes(), "late pane"),
                figures.unreadable() == 0 ? "" : ", " + figures.unreadable() + " unreadable");
    }

    private Line footer() {
        if (choices.isTyping()) {
            return new Line(Line.Look.STRONG, "filter (Enter keeps, Esc drops): " + SafeText.line(choices.filter()));
        }
        if (choices.opened().isPresent() || choices.isHelp()) {
            return new Line(Line.Look.QUIET, "Esc back  up/down scroll  w window  q leave");
        }
        return choices.filter().isEmpty()
                ? new Line(
                        Line.Look.QUIET, "? help  Tab pane  Enter open  / filter  s sort  w window  p pause  q leave")
                : new Line(Line.Look.STRONG, "? help  Esc drops the filter: " + SafeText.line(choices.filter()));
    }

    private static List<Line> help() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Line.Look.FOCUS, "  keys"));
        for (Key key : Key.values()) {
            if (!key.pressed().isEmpty()) {
                lines.add(Line.plain("  " + SafeText.fill(key.pressed(), HELP_KEYS) + key.meaning()));
            }
        }
        lines.add(Line.plain(""));
        lines.add(Line.plain(
                "  Entities are the first of their window, as news.top-entities has them; a small bar is the"));
        lines.add(Line.plain(
                "  number of articles in one of the last windows, a point one where it was not among the first."));
        lines.add(Line.plain(
                "  Bold is what has just moved. Times are UTC. Persian in the wrong order: khabar watch --bidi on"));
        return lines;
    }
}
