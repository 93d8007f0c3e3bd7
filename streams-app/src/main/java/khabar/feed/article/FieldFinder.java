package khabar.feed.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import khabar.feed.text.HtmlText;
import org.jspecify.annotations.Nullable;

/** Finds the fields of one article among the names that its format uses, and remembers what was taken. */
final class FieldFinder {
    private static final int MOST_ATTRIBUTES = 64;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 1024;

    private final ObjectNode node;
    private final FieldMap map;
    private final Set<String> taken = new HashSet<>();

    FieldFinder(ObjectNode node, FieldMap map) {
        this.node = node;
        this.map = map;
    }

    /** The first value of the field that is neither missing, null nor blank. */
    @Nullable
    JsonNode find(ArticleField field) {
        for (String name : map.namesOf(field)) {
            JsonNode value = at(name);
            if (value != null && !isEmpty(value)) {
                taken.add(topName(name));
                return value;
            }
        }
        return null;
    }

    /** The text of the field exactly as it stands; HTML under a name that says so becomes text. */
    @Nullable
    String text(ArticleField field) {
        for (String name : map.namesOf(field)) {
            JsonNode value = at(name);
            String text = value == null ? null : textOf(value);
            if (text != null && !text.isBlank()) {
                taken.add(topName(name));
                return name.toLowerCase(Locale.ROOT).endsWith("html") ? HtmlText.of(text) : text;
            }
        }
        return null;
    }

    /** What nobody took: scalars, and lists of scalars as JSON, while they are few and short. */
    Map<String, String> others() {
        Map<String, String> others = new TreeMap<>();
        int omitted = 0;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (taken.contains(field.getKey()) || isEmpty(value)) {
                continue;
            }
            String text = value.isValueNode() ? value.asText() : isListOfScalars(value) ? value.toString() : null;
            if (text == null
                    || text.length() > LONGEST_VALUE
                    || field.getKey().length() > LONGEST_NAME
                    || others.size() == MOST_ATTRIBUTES) {
                omitted++;
            } else {
                others.put(field.getKey(), text);
            }
        }
        if (omitted > 0) {
            others.put("fields.omitted", Integer.toString(omitted));
        }
        return others;
    }

    private @Nullable JsonNode at(String name) {
        JsonNode value = node.get(name);
        if (value != null || name.indexOf('.') < 0) {
            return value;
        }
        JsonNode inner = node;
        for (String part : name.split("\\.", -1)) {
            inner = inner.path(part);
        }
        return inner.isMissingNode() ? null : inner;
    }

    private String topName(String name) {
        int dot = name.indexOf('.');
        return dot < 0 || node.has(name) ? name : name.substring(0, dot);
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || value.isContainerNode() && value.isEmpty()
                || value.isTextual() && value.asText().isBlank();
    }

    private static boolean isListOfScalars(JsonNode value) {
        if (!value.isArray()) {
            return false;
        }
        for (JsonNode element : value) {
            if (!element.isValueNode()) {
                return false;
            }
        }
        return true;
    }

    /** A text, a number, an object with a value or name, or the best of a list of those. */
    private static @Nullable String textOf(JsonNode value) {
        if (value.isValueNode()) {
            return value.isNull() ? null : value.asText();
        }
        if (value.isArray()) {
            JsonNode best = bestOf(value);
            return best == null || best.isArray() ? null : textOf(best);
        }
        JsonNode inner = value.hasNonNull("value") ? value.get("value") : value.get("name");
        if (inner == null || !inner.isValueNode()) {
            return null;
        }
        return contentType(value).contains("html") ? HtmlText.of(inner.asText()) : inner.asText();
    }

    /** ninjs 2 and 3 have several texts of one kind: the main one, else the first plain one, else the first. */
    private static @Nullable JsonNode bestOf(JsonNode list) {
        JsonNode plain = null;
        for (JsonNode element : list) {
            if ("main".equals(element.path("role").asText())) {
                return element;
            }
            if (plain == null && !contentType(element).contains("html")) {
                plain = element;
            }
        }
        return plain != null ? plain : list.get(0);
    }

    private static String contentType(JsonNode element) {
        JsonNode type = element.has("contentType") ? element.path("contentType") : element.path("contenttype");
        return type.asText().toLowerCase(Locale.ROOT);
    }
}
