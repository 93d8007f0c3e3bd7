package khabar.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** An Avro schema as other languages want to read it: with documentation, without hints for Java. */
public final class PlainSchema {
    private static final String JAVA_HINT = "avro.java.string";
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainSchema() {}

    /** The schema on one line. */
    public static String json(Schema schema) {
        return plain(schema).toString();
    }

    /** The schema on many lines, for people. */
    public static String prettyJson(Schema schema) {
        return new Schema.Parser().parse(json(schema)).toString(true) + "\n";
    }

    /** CRC-64-AVRO of the schema's parsing canonical form, which neither documentation nor hints change. */
    public static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    /** A fingerprint as 16 hexadecimal digits, lower case. */
    public static String hex(long fingerprint) {
        return String.format(Locale.ROOT, "%016x", fingerprint);
    }

    private static JsonNode plain(Schema schema) {
        try {
            return without(JSON.readTree(schema.toString()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("schema: " + schema.getFullName() + " (expected: JSON)", impossible);
        }
    }

    private static JsonNode without(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, without(array.get(i)));
            }
        } else if (node instanceof ObjectNode object) {
            boolean hinted = object.remove(JAVA_HINT) != null;
            if (hinted && object.size() == 1 && object.path("type").isTextual()) {
                return object.get("type");
            }
            object.properties().forEach(property -> property.setValue(without(property.getValue())));
        }
        return node;
    }
}
