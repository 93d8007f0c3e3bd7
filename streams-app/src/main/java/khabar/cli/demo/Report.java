package khabar.cli.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import khabar.audit.Mismatch;
import khabar.cli.watch.TextRow;
import khabar.feed.show.Counted;
import khabar.schemas.EnrichedArticle;
import khabar.settings.Durations;
import khabar.topics.WindowKey;
import khabar.web.api.JsonForms;

/** A summary for people: numbers first, Persian last on its line. */
public final class Report {
    private static final int MOST_ROWS = 25;
    private static final int WIDTH = 100;

    private Report() {}

    /** Prints the summary. */
    public static void print(Summary summary, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%d read = %d accepted + %d rejected + %d dead letters%n",
                summary.replayed().position().read(),
                summary.audit().accepted(),
                summary.collected().rejected(),
                summary.collected().deadLetters());
        List<Summary.EntityTotal> entities = summary.entities();
        out.printf("%n  mentions  articles  entity%n");
        entities.stream()
                .limit(MOST_ROWS)
                .forEach(total ->
                        out.println(TextRow.of(total.mentions(), total.articles(), total.id(), total.names(), WIDTH)));
        if (entities.size() > MOST_ROWS) {
            out.printf(Locale.ROOT, "  and %d more (--json shows all)%n", entities.size() - MOST_ROWS);
        }
        summary.articles().stream().limit(MOST_ROWS).forEach(article -> print(article, out));
        out.println();
        printWindows(summary, out);
        out.println("audit: "
                + (summary.audit().ok()
                        ? "ok, " + Counted.of(summary.audit().keys(), "key") + " compared"
                        : "MISMATCH"));
        summary.audit().mismatches().stream()
                .limit(MOST_ROWS)
                .map(Mismatch::toString)
                .forEach(out::println);
        if (summary.lost() != 0) {
            out.println("lost: " + summary.lost() + " (expected: 0)");
        }
    }

    private static void print(EnrichedArticle article, PrintStream out) {
        out.println();
        out.println(TextRow.line(article.getLanguage() + "  " + JsonForms.headline(article), WIDTH));
        out.println(TextRow.line(
                "    " + Counted.of(article.getMentions().size(), "mention") + " of "
                        + Counted.of(article.getEntities().size(), "entity", "entities") + "; " + article.getUri(),
                WIDTH));
        article.getSubjects()
                .forEach(subject -> out.println(TextRow.line(
                        String.format(Locale.ROOT, "    %.2f  ", subject.getScore())
                                + TextRow.names(subject.getCode(), subject.getNames(), WIDTH / 2),
                        WIDTH)));
    }

    private static void printWindows(Summary summary, PrintStream out) {
        summary.collected().windowsBySize().forEach((size, all) -> {
            List<WindowKey> open = summary.collected().openWindows().stream()
                    .filter(window -> window.size().equals(size))
                    .toList();
            String still = open.isEmpty()
                    ? ""
                    : "; open: "
                            + open.stream()
                                    .map(window -> window.start().toString())
                                    .sorted()
                                    .limit(3)
                                    .collect(Collectors.joining(", "));
            out.println("windows of " + Durations.iso(size) + ": " + (all - open.size()) + " closed" + still);
        });
    }
}
