package khabar.cli.watch.sheet;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import khabar.cli.watch.SafeText;
import khabar.cli.watch.choice.Names;
import khabar.cli.watch.order.RightToLeft;
import khabar.schemas.Alert;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.RankedEntity;
import khabar.schemas.SubjectCount;
import khabar.schemas.Trend;
import khabar.web.api.JsonForms;
import org.jspecify.annotations.Nullable;

/**
 * How things look as a line of the given width: figures, then a word in Latin letters, which settles the
 * direction of the line, and what may be Persian last, where nothing follows that it could move.
 */
record RowForms(int width) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int WIDE = 100;
    private static final int WIDEST = 140;
    private static final int TYPE = 13;
    private static final int SHORT_TYPE = 7;
    private static final int LANGUAGE = 4;
    private static final int KIND = 10;
    private static final int LEAST_NAME = 8;
    /** With less than this behind a Latin name, the Persian one stands alone. */
    private static final int LEAST_PERSIAN = 8;

    private static final int MOST_NAME = 60;

    /** Whether there is room for more than the least. */
    boolean isWide() {
        return width >= WIDE;
    }

    /** Names of the columns of an entity. */
    String entityColumns(int windows) {
        return " mentions  articles"
                + (width >= WIDEST ? "    unique" : "")
                + "  "
                + SafeText.fill("type", typeColumns())
                + (width >= WIDE ? SafeText.fill("last " + windows, windows + 2) : "");
    }

    /** A row of the top entities, with the articles of the last windows. */
    String entity(RankedEntity row, long[] last) {
        String figures = String.format(Locale.ROOT, "%9d%10d", row.getCount(), row.getArticles())
                + (width >= WIDEST ? String.format(Locale.ROOT, "%10d", row.getUniqueArticles()) : "");
        String start = figures + "  " + type(row.getEntityType()) + (width >= WIDE ? Spark.of(last) + "  " : "");
        return start + names(row.getEntityId(), row.getNames(), start.length());
    }

    String trendColumns() {
        return "    score  articles  expected  " + SafeText.fill("state", KIND) + SafeText.fill("type", typeColumns());
    }

    String trend(Trend trend) {
        String start = String.format(
                        Locale.ROOT, "%9.1f%10d%10.1f  ", trend.getScore(), trend.getObserved(), trend.getExpected())
                + SafeText.fill(trend.getState().name().toLowerCase(Locale.ROOT), KIND)
                + type(trend.getEntityType());
        return start + names(trend.getEntityId(), trend.getNames(), start.length());
    }

    String subjectColumns() {
        return " evidence  articles  ";
    }

    String subject(SubjectCount row) {
        return subject(row.getSubjectCode(), row.getNames(), row.getCount(), row.getArticles());
    }

    String subject(String code, Map<String, String> names, long evidence, long articles) {
        String start = String.format(Locale.ROOT, "%9d%10d  ", evidence, articles);
        return start + names(code, names, start.length());
    }

    String articleColumns() {
        return "language, published (UTC)  ";
    }

    String article(EnrichedArticle article) {
        return "       " + SafeText.fill(SafeText.line(article.getLanguage()), LANGUAGE)
                + minute(article.getPublishedAt()) + "  "
                + RightToLeft.begun(SafeText.line(JsonForms.headline(article)));
    }

    String alertColumns() {
        return "     kind, fired (UTC)     ";
    }

    String alert(Alert alert) {
        String about = alert.getEntityId() == null
                ? SafeText.line(alert.getHeadline())
                : SafeText.line(
                        alert.getNames().getOrDefault("fa", Names.first(alert.getEntityId(), alert.getNames())));
        return " " + SafeText.fill(alert.getKind().name().toLowerCase(Locale.ROOT), KIND)
                + minute(alert.getFiredAt())
                + "  " + RightToLeft.begun(SafeText.line(alert.getTitle()) + (about.isEmpty() ? "" : ": " + about));
    }

    /** The Latin name and the id, then the Persian name. */
    String names(String id, Map<String, String> names, int from) {
        String safeId = SafeText.line(id);
        String first = Names.first(id, names);
        String latin = first.equals(safeId) ? safeId : first + "  " + safeId;
        String persian = SafeText.line(names.get("fa"));
        int all = width - from - 2;
        if (!persian.isEmpty() && all < LEAST_NAME + LEAST_PERSIAN) {
            return RightToLeft.begun(persian);
        }
        // What is read first is the Persian name: where both are long, the Latin one is cut.
        int room = Math.min(Math.min(MOST_NAME, all * 3 / 5), all - SafeText.columns(persian));
        return persian.isEmpty()
                ? latin
                : SafeText.fill(latin, Math.max(LEAST_NAME, room)) + "  " + RightToLeft.begun(persian);
    }

    static String minute(@Nullable Instant time) {
        return time == null ? "-" : MINUTE.format(time);
    }

    private String type(String type) {
        String word = isWide() ? type : type.replace("organisation", "org");
        return SafeText.fill(SafeText.fit(SafeText.line(word), typeColumns() - 1), typeColumns());
    }

    private int typeColumns() {
        return width >= WIDE ? TYPE : SHORT_TYPE;
    }
}
