package khabar.cli.watch;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import khabar.query.live.Board;
import khabar.query.live.Figures;
import khabar.query.live.Snapshot;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PaneTiming;
import khabar.schemas.RankedEntity;
import khabar.schemas.SubjectCount;
import khabar.settings.Durations;
import khabar.topics.WindowKey;
import khabar.web.api.JsonForms;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * A snapshot as a table of text. Terminals either do bidirectional text themselves or not at all, so
 * every line starts with Latin letters or figures and has its Persian last, where nothing follows that
 * could be moved by it.
 *
 * @param width columns of a line
 * @param entities most rows of entities
 * @param subjects most rows of subjects
 * @param articles most headlines
 */
public record Table(int width, int entities, int subjects, int articles) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final AttributedStyle STRONG = PLAIN.bold();
    private static final AttributedStyle QUIET = PLAIN.faint();
    private static final int LANGUAGE = 4;
    private static final int HEADLINE_AT = 24;
    private static final int LINES_AROUND = 9;

    /** A table for a terminal of the given size: it fills the screen and not more. */
    public static Table filling(int width, int height) {
        int rows = Math.max(3, height - LINES_AROUND);
        int entities = Math.max(1, rows / 2);
        int subjects = Math.max(1, rows / 5);
        return new Table(width, entities, subjects, Math.max(1, rows - entities - subjects));
    }

    /**
     * The lines.
     *
     * @param snapshot what to show
     * @param changed ids of entities that moved since the table before; they stand out
     */
    public List<AttributedString> lines(Snapshot snapshot, Set<String> changed) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(
                styled(STRONG, "Khabar  " + snapshot.board().map(Table::window).orElse("no window has data yet")));
        lines.add(styled(PLAIN, figures(snapshot.figures())));
        List<RankedEntity> rows = snapshot.board().map(Board::entities).orElse(List.of());
        section(
                lines,
                "  mentions  articles  entity",
                rows,
                entities,
                row -> styled(
                        changed.contains(row.getEntityId()) ? STRONG : PLAIN,
                        TextRow.of(row.getCount(), row.getArticles(), row.getEntityId(), row.getNames(), width)));
        List<SubjectCount> about = snapshot.board().map(Board::subjects).orElse(List.of());
        section(
                lines,
                "  evidence  articles  subject",
                about,
                subjects,
                row -> styled(
                        PLAIN,
                        TextRow.of(row.getCount(), row.getArticles(), row.getSubjectCode(), row.getNames(), width)));
        section(lines, "      published (UTC)   headline", snapshot.articles(), articles, this::headline);
        return lines;
    }

    private <T> void section(
            List<AttributedString> lines, String title, List<T> rows, int most, Function<T, AttributedString> form) {
        lines.add(AttributedString.EMPTY);
        lines.add(styled(QUIET, title));
        rows.stream().limit(most).map(form).forEach(lines::add);
    }

    private AttributedString headline(EnrichedArticle article) {
        // The language comes first: a line that starts with figures takes its direction from the headline.
        String start = SafeText.fill(
                "  " + SafeText.fill(SafeText.line(article.getLanguage()), LANGUAGE)
                        + MINUTE.format(article.getPublishedAt()),
                HEADLINE_AT);
        return styled(PLAIN, start + SafeText.line(JsonForms.headline(article)));
    }

    private AttributedString styled(AttributedStyle style, String text) {
        return new AttributedStringBuilder()
                .styled(style, TextRow.line(text, width))
                .toAttributedString();
    }

    private static String figures(Figures figures) {
        String text = String.format(
                Locale.ROOT,
                "%d articles, %.1f/s, %d rejected, %d dead letters",
                figures.articles(),
                figures.perSecond(),
                figures.rejected(),
                figures.deadLetters());
        return figures.unreadable() == 0 ? text : text + ", " + figures.unreadable() + " unreadable";
    }

    private static String window(Board board) {
        return window(board.window()) + (board.timing() == PaneTiming.EARLY ? ", open" : ", closed");
    }

    /** A window as people say it: its day where it is one. */
    static String window(WindowKey window) {
        boolean day = window.size().equals(Duration.ofDays(1));
        return day
                ? DAY.format(window.start()) + " (UTC)"
                : MINUTE.format(window.start()) + " to " + MINUTE.format(window.end()) + " (UTC, "
                        + Durations.iso(window.size()) + ")";
    }
}
