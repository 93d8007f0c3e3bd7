package khabar.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the fields of labelled rows. */
final class Rows {
    private Rows() {}

    /** The text of a field that must be there. */
    static String text(ObjectNode row, String field) throws UnusableRow {
        JsonNode value = row.get(field);
        if (value == null || !value.isTextual()) {
            throw new UnusableRow(field, value == null ? "none" : value.toString(), "a text");
        }
        return value.textValue();
    }
}
