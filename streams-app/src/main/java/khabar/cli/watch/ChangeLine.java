package khabar.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** One change as a line of fields with tabs between: what kind it is, figures, ids, and names last. */
public final class ChangeLine {
    private static final List<String> COUNTED = List.of("window", "timing", "mentions", "articles", "id");
    private static final List<String> TAGGED = List.of("window", "timing", "evidence", "articles", "code");
    private static final List<String> TREND =
            List.of("window", "timing", "state", "score", "observed", "expected", "id");
    private static final List<String> ALERT =
            List.of("firedAt", "kind", "ruleId", "entityId", "uri", "title", "headline");
    private static final Map<String, List<String>> FIELDS = Map.of(
            "article", List.of("publishedAt", "language", "uri", "headline"),
            "window", List.of("window", "timing"),
            "entity", COUNTED,
            "subject", TAGGED,
            "trend", TREND,
            "trend-over", TREND,
            "alert", ALERT,
            "alert-over", ALERT,
            "rejected", List.of("rejected"),
            "deadLetters", List.of("deadLetters"));

    private ChangeLine() {}

    /** The line for a change of {@link Changes}. */
    public static String of(JsonNode change) {
        StringJoiner line = new StringJoiner("\t");
        String kind = text(change, "change");
        line.add(kind);
        // What left a window is an entity or a subject.
        List<String> left = change.has("code") ? TAGGED : COUNTED;
        List<String> fields = FIELDS.getOrDefault(kind, left);
        fields.forEach(field -> line.add(text(change, field)));
        // An alert ends with its headline: most are of articles, which have no names.
        if (change.has("names") && !fields.equals(ALERT)) {
            line.add(text(change.get("names"), "en")).add(text(change.get("names"), "fa"));
        }
        return line.toString();
    }

    private static String text(JsonNode node, String field) {
        return SafeText.line(node.path(field).asText(""));
    }
}
