package khabar.cli.watch;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import khabar.feed.show.Counted;
import khabar.query.live.Board;
import khabar.query.live.Figures;
import khabar.query.live.Snapshot;
import khabar.schemas.Alert;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PaneTiming;
import khabar.schemas.RankedEntity;
import khabar.schemas.SubjectCount;
import khabar.schemas.Trend;
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

    /** The lines of the snapshot. */
    public List<AttributedString> lines(Snapshot snapshot) {
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
                        PLAIN,
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
        if (!snapshot.trends().isEmpty()) {
            section(lines, "     score  articles  trend", snapshot.trends(), subjects, this::trend);
        }
        section(lines, "      published (UTC)   headline", snapshot.articles(), articles, this::headline);
        if (!snapshot.alerts().isEmpty()) {
            section(lines, "      fired (UTC)       alert", snapshot.alerts(), articles, this::alert);
        }
        return lines;
    }

    private <T> void section(
            List<AttributedString> lines, String title, List<T> rows, int most, Function<T, AttributedString> form) {
        lines.add(AttributedString.EMPTY);
        lines.add(styled(QUIET, title));
        rows.stream().limit(most).map(form).forEach(lines::add);
    }

    private AttributedString trend(Trend trend) {
        String figures = String.format(Locale.ROOT, "%10.1f%10d  ", trend.getScore(), trend.getObserved());
        int room = Math.max(8, (width - figures.length()) / 2);
        return styled(PLAIN, figures + TextRow.names(trend.getEntityId(), trend.getNames(), room));
    }

    private AttributedString alert(Alert alert) {
        String start =
                "  " + SafeText.fill(alert.getKind().name().substring(0, 3).toLowerCase(Locale.ROOT), LANGUAGE)
                        + MINUTE.format(alert.getFiredAt());
        return styled(PLAIN, SafeText.fill(start, HEADLINE_AT) + SafeText.line(alert.getTitle()));
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
                "%s, %.1f/s, %,d rejected, %s",
                Counted.of(figures.articles(), "article"),
                figures.perSecond(),
                figures.rejected(),
                Counted.of(figures.deadLetters(), "dead letter"));
        return figures.unreadable() == 0 ? text : text + ", " + figures.unreadable() + " unreadable";
    }

    private static String window(Board board) {
        return window(board.window()) + (board.timing() == PaneTiming.EARLY ? ", open" : ", closed");
    }

    /** A window as people say it: its day where it is one. */
    public static String window(WindowKey window) {
        boolean day = window.size().equals(Duration.ofDays(1));
        return day
                ? DAY.format(window.start()) + " (UTC)"
                : MINUTE.format(window.start()) + " to " + MINUTE.format(window.end()) + " (UTC, "
                        + Durations.iso(window.size()) + ")";
    }
}
