package khabar.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/** One change as a line of fields with tabs between: numbers first, names last. */
public final class ChangeLine {
    private ChangeLine() {}

    /** The line for a change of {@link Changes}. */
    public static String of(JsonNode change) {
        StringJoiner line = new StringJoiner("\t");
        line.add(text(change, "change"));
        for (String field : new String[] {
            "window",
            "timing",
            "mentions",
            "evidence",
            "articles",
            "id",
            "code",
            "publishedAt",
            "language",
            "uri",
            "headline",
            "rejected",
            "deadLetters"
        }) {
            if (change.has(field)) {
                line.add(text(change, field));
            }
        }
        if (change.has("names")) {
            line.add(text(change.get("names"), "en")).add(text(change.get("names"), "fa"));
        }
        return line.toString();
    }

    private static String text(JsonNode node, String field) {
        return SafeText.line(node.path(field).asText(""));
    }
}
