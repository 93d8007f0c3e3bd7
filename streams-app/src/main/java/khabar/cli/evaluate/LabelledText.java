package khabar.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import khabar.language.evaluate.LabelledMention;
import org.jspecify.annotations.Nullable;

/**
 * A text with the mentions that people found in it.
 *
 * @param text the text
 * @param mentions what is there, with the types of the file
 */
record LabelledText(String text, List<LabelledMention> mentions) {
    private static final String OUTSIDE = "O";

    /** Reads spans of the text where the row has them, else a tag for each token. */
    static LabelledText of(ObjectNode row) throws UnusableRow {
        if (row.path("entities").isArray()) {
            String text = Rows.text(row, "text");
            List<LabelledMention> mentions = new ArrayList<>();
            for (JsonNode entity : row.get("entities")) {
                mentions.add(mention(text, entity));
            }
            return new LabelledText(text, mentions);
        }
        if (row.path("tokens").isArray() && row.path("tags").isArray()) {
            return ofTags(row.get("tokens"), row.get("tags"));
        }
        throw new UnusableRow("entities", "none", "text and entities, or tokens and tags");
    }

    private static LabelledMention mention(String text, JsonNode entity) throws UnusableRow {
        int start = entity.path("start").asInt(-1);
        int end = entity.path("end").asInt(-1);
        String type = entity.path("type").asText("");
        boolean within = 0 <= start && start < end && end <= text.length();
        String written = entity.path("text").textValue();
        if (within
                && !type.isEmpty()
                && (written == null || text.substring(start, end).equals(written))) {
            return new LabelledMention(start, end, type);
        }
        // Other programs count code points: then the offsets fit in that unit.
        if (written != null && 0 <= start && start < end && end <= text.codePointCount(0, text.length())) {
            int from = text.offsetByCodePoints(0, start);
            int to = text.offsetByCodePoints(from, end - start);
            if (!type.isEmpty() && text.substring(from, to).equals(written)) {
                return new LabelledMention(from, to, type);
            }
        }
        throw new UnusableRow(
                "entities", entity.toString(), "start < end within the text, a type, and the text of that span if any");
    }

    /** {@code B-PER I-PER O}: a mention begins at B, or where the type changes; the text is the tokens and spaces. */
    private static LabelledText ofTags(JsonNode tokens, JsonNode tags) throws UnusableRow {
        if (tokens.size() != tags.size()) {
            throw new UnusableRow("tags", Integer.toString(tags.size()), "as many as tokens, " + tokens.size());
        }
        StringBuilder text = new StringBuilder();
        List<LabelledMention> mentions = new ArrayList<>();
        @Nullable String open = null;
        int start = 0;
        for (int at = 0; at < tokens.size(); at++) {
            String tag = tags.get(at).asText();
            String type = tag.equals(OUTSIDE) ? null : tag.substring(tag.indexOf('-') + 1);
            if (open != null && (!open.equals(type) || tag.startsWith("B-"))) {
                mentions.add(new LabelledMention(start, text.length(), open));
                open = null;
            }
            text.append(at == 0 ? "" : " ");
            start = open == null ? text.length() : start;
            open = type;
            text.append(tokens.get(at).asText());
        }
        if (open != null) {
            mentions.add(new LabelledMention(start, text.length(), open));
        }
        return new LabelledText(text.toString(), mentions);
    }

    /** The mentions whose types the given function knows, with what it makes of them. */
    List<LabelledMention> mapped(UnaryOperator<@Nullable String> types) {
        List<LabelledMention> mapped = new ArrayList<>();
        for (LabelledMention mention : mentions) {
            String type = types.apply(mention.type());
            if (type != null) {
                mapped.add(new LabelledMention(mention.start(), mention.end(), type));
            }
        }
        return mapped;
    }
}
