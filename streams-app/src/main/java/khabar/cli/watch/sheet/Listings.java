package khabar.cli.watch.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.cli.watch.choice.Choices;
import khabar.cli.watch.choice.Names;
import khabar.cli.watch.choice.Pane;
import khabar.cli.watch.choice.Scene;
import khabar.query.live.Board;
import khabar.query.live.Figures;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PaneTiming;
import khabar.schemas.RankedEntity;
import khabar.schemas.SubjectCount;
import khabar.schemas.Trend;
import khabar.topics.WindowKey;
import khabar.web.api.JsonForms;

/**
 * What all panes have to say, sorted and filtered as was chosen.
 *
 * @param scene what there is
 * @param choices what is wanted
 * @param fresh ids of entities that have just moved
 * @param forms how a line looks
 */
record Listings(Scene scene, Choices choices, Set<String> fresh, RowForms forms) {
    static final int WINDOWS = 24;
    private static final int MOST_ARTICLES = 500;

    /** All of them. */
    Map<Pane, Listing> all() {
        Map<Pane, Listing> all = new EnumMap<>(Pane.class);
        all.put(Pane.ENTITIES, entities());
        all.put(Pane.TRENDS, trends());
        all.put(Pane.SUBJECTS, subjects());
        all.put(Pane.ARTICLES, articles());
        all.put(Pane.ALERTS, alerts());
        all.put(Pane.HEALTH, health());
        return all;
    }

    private Listing entities() {
        List<RankedEntity> ranked = scene.shown().map(Board::entities).orElse(List.of());
        Map<String, Double> scores = new HashMap<>();
        scene.trends().forEach(trend -> scores.put(trend.getEntityId(), trend.getScore()));
        Map<String, long[]> last = last();
        List<Row> rows = ranked.stream()
                .filter(row -> matches(named(row.getEntityId(), row.getEntityType(), row.getNames())))
                .sorted(choices.order().rows(id -> scores.getOrDefault(id, 0.0)))
                .map(row -> new Row(
                        row.getEntityId(),
                        forms.entity(row, last.getOrDefault(row.getEntityId(), new long[WINDOWS])),
                        fresh.contains(row.getEntityId())))
                .toList();
        return new Listing(
                forms.entityColumns(WINDOWS),
                count("entities", rows.size(), ranked.size()) + " by "
                        + choices.order().title(),
                rows);
    }

    /** Articles of the last windows by entity, read from every ranking once. */
    private Map<String, long[]> last() {
        Map<String, long[]> last = new HashMap<>();
        scene.shown().map(Board::window).ifPresent(shown -> {
            for (int back = 0; back < WINDOWS; back++) {
                int column = WINDOWS - 1 - back;
                WindowKey window =
                        new WindowKey(shown.start().minus(shown.size().multipliedBy(back)), shown.size(), "");
                Board board = scene.boards().get(window);
                if (board != null) {
                    board.entities()
                            .forEach(row -> last.computeIfAbsent(row.getEntityId(), id -> new long[WINDOWS])[column] =
                                    row.getArticles());
                }
            }
        });
        return last;
    }

    private Listing trends() {
        List<Trend> all = scene.trends();
        List<Row> rows = all.stream()
                .filter(trend -> matches(named(trend.getEntityId(), trend.getEntityType(), trend.getNames())))
                .map(trend -> new Row(trend.getEntityId(), forms.trend(trend), false))
                .toList();
        return new Listing(forms.trendColumns(), count("trends", rows.size(), all.size()), rows);
    }

    private Listing subjects() {
        List<SubjectCount> all = scene.shown().map(Board::subjects).orElse(List.of());
        List<Row> rows = all.stream()
                .filter(row -> matches(named(row.getSubjectCode(), "", row.getNames())))
                .map(row -> new Row(row.getSubjectCode(), forms.subject(row), false))
                .toList();
        return new Listing(forms.subjectColumns(), count("subjects", rows.size(), all.size()), rows);
    }

    private Listing articles() {
        List<EnrichedArticle> all = scene.snapshot().articles();
        List<Row> rows = all.stream()
                .filter(article -> matches(said(article)))
                .limit(MOST_ARTICLES)
                .map(article -> new Row(article.getUri(), forms.article(article), false))
                .toList();
        return new Listing(forms.articleColumns(), count("newest articles", rows.size(), all.size()), rows);
    }

    private Listing alerts() {
        List<Row> rows = scene.snapshot().alerts().stream()
                .filter(alert -> matches(Stream.of(
                        alert.getTitle(), alert.getRuleId(), alert.getHeadline() == null ? "" : alert.getHeadline())))
                .map(alert -> new Row(
                        alert.getUri() == null ? String.valueOf(alert.getEntityId()) : alert.getUri(),
                        forms.alert(alert),
                        false))
                .toList();
        return new Listing(
                forms.alertColumns(),
                count("alerts", rows.size(), scene.snapshot().alerts().size()),
                rows);
    }

    private Listing health() {
        Figures figures = scene.snapshot().figures();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s, %.1f/s, newest record %s (UTC)",
                column(figures.articles(), "article"),
                figures.perSecond(),
                RowForms.minute(figures.newestAt())));
        boolean one = scene.lag().orElse(0) == 1;
        lines.add(String.format(
                Locale.ROOT,
                one ? "%9s record of the feed waits to be read (lag)" : "%9s records of the feed wait to be read (lag)",
                scene.lag().isPresent() ? Long.toString(scene.lag().getAsLong()) : "?"));
        lines.add(String.format(Locale.ROOT, "%9d rejected%s", figures.rejected(), by(figures.rejectedBy())));
        lines.add(column(figures.deadLetters(), "dead letter") + ", " + figures.unreadable() + " unreadable");
        lines.add(String.format(
                Locale.ROOT,
                "%s of rankings, %d early, %d on time",
                column(figures.latePanes(), "late pane"),
                figures.panes().getOrDefault(PaneTiming.EARLY, 0L),
                figures.panes().getOrDefault(PaneTiming.ON_TIME, 0L)));
        return new Listing(
                "",
                "health",
                lines.stream().map(line -> new Row(line, line, false)).toList());
    }

    private static String column(long count, String one) {
        return String.format(Locale.ROOT, "%9d %s", count, count == 1 ? one : one + "s");
    }

    private static String by(Map<?, Long> figures) {
        return figures.isEmpty()
                ? ""
                : figures.entrySet().stream()
                        .map(figure -> figure.getKey() + " " + figure.getValue())
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private boolean matches(Stream<String> texts) {
        return Names.match(choices.filter(), texts);
    }

    private static Stream<String> named(String id, String type, Map<String, String> names) {
        return Stream.concat(Stream.of(id, type), names.values().stream());
    }

    private static Stream<String> said(EnrichedArticle article) {
        String headline = JsonForms.headline(article);
        return Stream.concat(
                Stream.of(headline == null ? "" : headline, article.getUri()),
                article.getEntities().stream().flatMap(one -> named(one.getEntityId(), one.getType(), one.getNames())));
    }

    private static String count(String what, int shown, int all) {
        return what + (shown == all ? " (" + all + ")" : " (" + shown + " of " + all + ")");
    }
}
