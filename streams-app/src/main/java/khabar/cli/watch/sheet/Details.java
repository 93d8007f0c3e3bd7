package khabar.cli.watch.sheet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import khabar.cli.watch.SafeText;
import khabar.cli.watch.choice.Choices;
import khabar.cli.watch.choice.Pane;
import khabar.cli.watch.choice.Scene;
import khabar.cli.watch.order.RightToLeft;
import khabar.feed.show.Counted;
import khabar.query.live.Board;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.NamedEntity;
import khabar.schemas.RankedEntity;
import khabar.schemas.Subject;
import khabar.schemas.Trend;
import khabar.settings.Durations;
import khabar.topics.WindowKey;
import khabar.web.api.JsonForms;
import org.jspecify.annotations.Nullable;

/**
 * The page of one entity or one article.
 *
 * @param scene what there is
 * @param forms how a line looks
 */
record Details(Scene scene, RowForms forms) {
    private static final int MOST_SUBJECTS = 8;
    private static final int MOST_HEADLINES = 200;
    private static final int MARGIN = 4;
    private static final int WINDOW = 21;

    List<Line> of(Choices.Subject opened) {
        return opened.pane() == Pane.ARTICLES ? article(opened.id()) : entity(opened.id());
    }

    private List<Line> entity(String id) {
        List<EnrichedArticle> naming = scene.snapshot().articles().stream()
                .filter(article -> article.getEntities().stream()
                        .anyMatch(one -> one.getEntityId().equals(id)))
                .toList();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Line.Look.FOCUS, "  " + title(id, naming)));
        windows(id, lines);
        scene.trend(id).ifPresent(trend -> {
            lines.add(Line.plain(""));
            lines.add(Line.plain("  " + sentence(trend)));
        });
        subjects(naming, lines);
        lines.add(Line.plain(""));
        lines.add(new Line(
                Line.Look.TITLE,
                "  " + naming.size()
                        + (naming.size() == 1
                                ? " of the newest articles names it"
                                : " of the newest articles name it")));
        naming.stream().limit(MOST_HEADLINES).forEach(one -> lines.add(Line.plain("  " + forms.article(one))));
        return lines;
    }

    private String title(String id, List<EnrichedArticle> naming) {
        Optional<RankedEntity> ranked = scene.boards().keySet().stream()
                .flatMap(window -> scene.row(window, id).stream())
                .findFirst();
        Optional<NamedEntity> named = naming.stream()
                .flatMap(article -> article.getEntities().stream())
                .filter(one -> one.getEntityId().equals(id))
                .findFirst();
        String type = ranked.map(RankedEntity::getEntityType)
                .or(() -> named.map(NamedEntity::getType))
                .or(() -> scene.trend(id).map(Trend::getEntityType))
                .orElse("");
        Map<String, String> names = ranked.map(RankedEntity::getNames)
                .or(() -> named.map(NamedEntity::getNames))
                .or(() -> scene.trend(id).map(Trend::getNames))
                .orElse(Map.of());
        String start = SafeText.line(type) + "  ";
        return start + forms.names(id, names, start.length());
    }

    private void windows(String id, List<Line> lines) {
        lines.add(Line.plain(""));
        lines.add(new Line(
                Line.Look.TITLE,
                "   mentions  articles" + (forms.isWide() ? "    unique" : "") + "  rank  "
                        + SafeText.fill("window", WINDOW) + "  last " + Listings.WINDOWS));
        for (Duration size : scene.sizes()) {
            scene.newest(size).ifPresent(newest -> lines.add(Line.plain("  " + counts(id, shownOf(size, newest)))));
        }
    }

    /** The window that is shown, where it is of that size. */
    private WindowKey shownOf(Duration size, WindowKey newest) {
        return scene.shown()
                .map(Board::window)
                .filter(window -> window.size().equals(size))
                .orElse(newest);
    }

    private String counts(String id, WindowKey window) {
        Board board = scene.boards().get(window);
        List<RankedEntity> rows = board == null ? List.of() : board.entities();
        String figures = scene.row(window, id)
                .map(row -> figures(row.getCount(), row.getArticles(), row.getUniqueArticles(), rows.indexOf(row) + 1L))
                .orElseGet(() -> figures("-", "-", "-", ">" + rows.size()));
        String start = RowForms.minute(window.start()) + " " + Durations.iso(window.size());
        return figures + "  " + SafeText.fill(start, WINDOW) + "  "
                + Spark.of(scene.articles(window, id, Listings.WINDOWS));
    }

    private String figures(Object mentions, Object articles, Object unique, Object rank) {
        return String.format(Locale.ROOT, "%9s%10s", mentions, articles)
                + (forms.isWide() ? String.format(Locale.ROOT, "%10s", unique) : "")
                + String.format(Locale.ROOT, "%6s", rank);
    }

    private static String sentence(Trend trend) {
        return String.format(
                Locale.ROOT,
                "%s: score %.1f, %s where %.1f were expected, %s, window of %s (UTC)",
                trend.getState().name().toLowerCase(Locale.ROOT),
                trend.getScore(),
                Counted.of(trend.getObserved(), "article"),
                trend.getExpected(),
                Counted.of(trend.getSources(), "source"),
                RowForms.minute(trend.getWindowStart()));
    }

    private void subjects(List<EnrichedArticle> naming, List<Line> lines) {
        Map<String, Tally> byCode = new HashMap<>();
        naming.forEach(article -> article.getSubjects()
                .forEach(subject -> byCode.computeIfAbsent(subject.getCode(), code -> new Tally(subject))
                        .count(subject)));
        if (byCode.isEmpty()) {
            return;
        }
        lines.add(Line.plain(""));
        lines.add(new Line(Line.Look.TITLE, "  " + forms.subjectColumns() + "subjects of these articles"));
        byCode.values().stream()
                .sorted(Comparator.comparingLong((Tally tally) -> tally.articles)
                        .reversed()
                        .thenComparing(tally -> tally.subject.getCode()))
                .limit(MOST_SUBJECTS)
                .forEach(tally -> lines.add(Line.plain("  "
                        + forms.subject(
                                tally.subject.getCode(), tally.subject.getNames(), tally.evidence, tally.articles))));
    }

    /** How often a subject is tagged among some articles. */
    private static final class Tally {
        private final Subject subject;
        private long articles;
        private long evidence;

        Tally(Subject subject) {
            this.subject = subject;
        }

        void count(Subject again) {
            articles++;
            evidence += again.getEvidence().size();
        }
    }

    private List<Line> article(String uri) {
        List<Line> lines = new ArrayList<>();
        scene.snapshot().articles().stream()
                .filter(article -> article.getUri().equals(uri))
                .findFirst()
                .ifPresentOrElse(
                        article -> article(article, lines),
                        () -> lines.add(Line.plain("  gone: not among the newest articles any more")));
        return lines;
    }

    private void article(EnrichedArticle article, List<Line> lines) {
        lines.add(new Line(Line.Look.FOCUS, "  uri " + SafeText.line(article.getUri())));
        lines.add(Line.plain(""));
        wrapped(JsonForms.headline(article), lines);
        lines.add(Line.plain(""));
        wrapped(article.getDisplayLead(), lines);
        wrapped(article.getDisplayBody(), lines);
        lines.add(Line.plain(""));
        lines.add(Line.plain("  published " + RowForms.minute(article.getPublishedAt()) + " (UTC), language "
                + SafeText.line(article.getLanguage()) + ", version " + article.getVersion()));
        lines.add(Line.plain("  source    " + SafeText.line(article.getSource())));
        lines.add(Line.plain("  address   " + SafeText.line(article.getUrl())));
        lines.add(Line.plain("  repeats   " + SafeText.line(article.getDuplicateOf())));
        lines.add(Line.plain(""));
        lines.add(new Line(Line.Look.TITLE, "   mentions  entities"));
        article.getEntities().forEach(one -> {
            String start = String.format(Locale.ROOT, "  %9d  ", one.getMentions());
            lines.add(Line.plain(start + forms.names(one.getEntityId(), one.getNames(), start.length())));
        });
        lines.add(Line.plain(""));
        lines.add(new Line(Line.Look.TITLE, "      score  subjects"));
        article.getSubjects().forEach(one -> {
            String start = String.format(Locale.ROOT, "  %9.2f  ", one.getScore());
            lines.add(Line.plain(start + forms.names(one.getCode(), one.getNames(), start.length())));
        });
    }

    /** A text in lines between the margins, broken between words. */
    private void wrapped(@Nullable String text, List<Line> lines) {
        int room = Math.max(20, Math.min(100, forms.width() - 2 * MARGIN));
        StringBuilder line = new StringBuilder();
        for (String word : SafeText.line(text).split("\\s+")) {
            if (line.length() > 0 && SafeText.columns(line + " " + word) > room) {
                lines.add(Line.plain(" ".repeat(MARGIN) + RightToLeft.begun(line.toString())));
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(Line.plain(" ".repeat(MARGIN) + RightToLeft.begun(line.toString())));
        }
    }
}
