package khabar.cli.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import khabar.language.evaluate.Confusion;
import khabar.language.evaluate.Tally;

/** Reports for people and for programs. */
public final class ReportForm {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportForm() {}

    /** Numbers first, Persian last: terminals differ in how they lay out both directions in one line. */
    public static void print(Report report, PrintStream out) {
        report.counts().forEach((name, count) -> out.printf(Locale.ROOT, "%9d  %s%n", count, name));
        for (Report.Table table : report.tables()) {
            out.printf("%nexpected     found     right  precision  recall     F1  %s%n", table.name());
            table.classes().forEach((name, tally) -> print(name, tally, out));
            if (table.classes().size() != 1) {
                print("all", table.total(), out);
            }
        }
        if (!report.shares().isEmpty()) {
            out.println();
            report.shares().forEach((name, share) -> out.printf(Locale.ROOT, "%9.4f  %s%n", share, name));
        }
        if (!report.confusions().isEmpty()) {
            out.printf("%nmost frequent errors: times, expected, found, an example%n");
            for (Confusion confusion : report.confusions()) {
                out.printf(
                        Locale.ROOT,
                        "%7d  %s | %s | %s%n",
                        confusion.times(),
                        confusion.expected(),
                        confusion.found(),
                        confusion.example());
            }
        }
    }

    private static void print(String name, Tally tally, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%8d  %8d  %8d  %s     %s  %s  %s%n",
                tally.expected(),
                tally.found(),
                tally.right(),
                share(tally.precision(), tally.found()),
                share(tally.recall(), tally.expected()),
                share(tally.f1(), tally.found() + tally.expected()),
                name);
    }

    /** A share of nothing is no number. */
    private static String share(double share, long whole) {
        return whole == 0 ? "     -" : String.format(Locale.ROOT, "%6.4f", share);
    }

    /** One JSON object. */
    public static String json(Report report) throws JsonProcessingException {
        ObjectNode node = JSON.createObjectNode();
        node.put("measure", report.what());
        ObjectNode counts = node.putObject("counts");
        report.counts().forEach(counts::put);
        ArrayNode tables = node.putArray("tables");
        for (Report.Table table : report.tables()) {
            ObjectNode tableNode = tables.addObject().put("name", table.name());
            ObjectNode classes = tableNode.putObject("classes");
            for (Map.Entry<String, Tally> entry : table.classes().entrySet()) {
                classes.set(entry.getKey(), json(entry.getValue()));
            }
            tableNode.set("all", json(table.total()));
        }
        ObjectNode shares = node.putObject("shares");
        report.shares().forEach(shares::put);
        ArrayNode confusions = node.putArray("confusions");
        for (Confusion confusion : report.confusions()) {
            confusions
                    .addObject()
                    .put("expected", confusion.expected())
                    .put("found", confusion.found())
                    .put("times", confusion.times())
                    .put("example", confusion.example());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    private static ObjectNode json(Tally tally) {
        ObjectNode node = JSON.createObjectNode();
        node.put("expected", tally.expected()).put("found", tally.found());
        node.put("right", tally.right()).put("wrong", tally.wrong()).put("missed", tally.missed());
        node.put("precision", tally.found() == 0 ? null : Double.valueOf(tally.precision()));
        node.put("recall", tally.expected() == 0 ? null : Double.valueOf(tally.recall()));
        return node.put("f1", tally.found() + tally.expected() == 0 ? null : Double.valueOf(tally.f1()));
    }
}
