package khabar.topics;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro values, generic or generated, as the JSON a reader expects: records as objects, times as ISO
 * 8601, enum symbols as text, the value of a union as itself, bytes as base64.
 */
public final class AvroJson {
    private AvroJson() {}

    /** Writes one value. */
    public static void write(JsonGenerator json, Schema schema, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
            return;
        }
        switch (schema.getType()) {
            case RECORD -> writeRecord(json, (IndexedRecord) value);
            case UNION -> write(json, branch(schema, value), value);
            case ARRAY -> writeArray(json, schema.getElementType(), (Collection<?>) value);
            case MAP -> writeMap(json, schema.getValueType(), (Map<?, ?>) value);
            case BYTES, FIXED -> json.writeBinary(bytes(value));
            case INT -> json.writeNumber(((Number) value).intValue());
            case LONG -> writeLong(json, schema, value);
            case FLOAT -> json.writeNumber(((Number) value).floatValue());
            case DOUBLE -> json.writeNumber(((Number) value).doubleValue());
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case ENUM, STRING -> json.writeString(value.toString());
            case NULL -> json.writeNull();
        }
    }

    private static void writeRecord(JsonGenerator json, IndexedRecord value) throws IOException {
        json.writeStartObject(value);
        for (Schema.Field field : value.getSchema().getFields()) {
            json.writeFieldName(field.name());
            write(json, field.schema(), value.get(field.pos()));
        }
        json.writeEndObject();
    }

    private static void writeArray(JsonGenerator json, Schema element, Collection<?> values) throws IOException {
        json.writeStartArray();
        for (Object value : values) {
            write(json, element, value);
        }
        json.writeEndArray();
    }

    private static void writeMap(JsonGenerator json, Schema type, Map<?, ?> values) throws IOException {
        json.writeStartObject();
        // Avro keeps no order in a map; the same value must always read the same.
        Map<String, Object> sorted = new TreeMap<>();
        values.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            json.writeFieldName(entry.getKey());
            write(json, type, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeLong(JsonGenerator json, Schema schema, Object value) throws IOException {
        if (value instanceof Instant time) {
            json.writeString(time.toString());
        } else if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            json.writeString(Instant.ofEpochMilli((Long) value).toString());
        } else {
            json.writeNumber(((Number) value).longValue());
        }
    }

    /** Our unions are all null-or-something; others go by Avro's own resolution. */
    private static Schema branch(Schema union, Object value) {
        Schema only = null;
        for (Schema type : union.getTypes()) {
            if (type.getType() != Schema.Type.NULL) {
                if (only != null) {
                    return union.getTypes().get(GenericData.get().resolveUnion(union, value));
                }
                only = type;
            }
        }
        return only == null ? union.getTypes().get(0) : only;
    }

    private static byte[] bytes(Object value) {
        if (value instanceof GenericFixed fixed) {
            return fixed.bytes();
        }
        ByteBuffer buffer = ((ByteBuffer) value).duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
