package khabar.topics;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;

/** Makes values for a schema, every field filled. */
public final class RandomValues {
    private static final int A_LEAP_YEAR_OR_SO = 1 << 25;

    private final Random random;

    public RandomValues(Random random) {
        this.random = random;
    }

    public Object of(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case UNION -> of(schema.getTypes().get(schema.getTypes().size() - 1));
            case ARRAY -> List.of(of(schema.getElementType()));
            case MAP -> Map.of("fa", of(schema.getValueType()));
            case ENUM -> SpecificData.get().createEnum(lastOf(schema.getEnumSymbols()), schema);
            case STRING -> "\u062E\u0628\u0631 " + random.nextInt(1000);
            case BYTES -> ByteBuffer.wrap(new byte[] {(byte) random.nextInt(), 0});
            case INT -> random.nextInt();
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? Instant.ofEpochSecond(random.nextInt(A_LEAP_YEAR_OR_SO))
                        : (Object) random.nextLong();
            case DOUBLE -> random.nextDouble();
            case BOOLEAN -> random.nextBoolean();
            default -> throw new IllegalArgumentException(schema.toString());
        };
    }

    private Object record(Schema schema) {
        IndexedRecord value =
                (IndexedRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
        schema.getFields().forEach(field -> value.put(field.pos(), of(field.schema())));
        return value;
    }

    private static String lastOf(List<String> symbols) {
        return symbols.get(symbols.size() - 1);
    }
}
