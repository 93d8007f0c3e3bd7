package khabar.cli.consume;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import khabar.cli.consume.ValueReader.Decoded;
import khabar.cli.consume.ValueReader.Value;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Chooses values by the entity, the subject and the language that they are about, wherever in the value
 * that stands; null lets all through.
 */
public record RecordFilter(
        @Nullable String entity,
        @Nullable String subject,
        @Nullable String language) {
    private static final List<String> ENTITY_IDS = List.of("entityId", "otherEntityId");
    private static final List<String> SUBJECT_CODES = List.of("subjectCode", "code");
    private static final String MEDIA_TOPIC = "medtop:";

    /** Whether the value is about everything that was asked for. */
    public boolean accepts(Value value) {
        if (entity == null && subject == null && language == null) {
            return true;
        }
        return value instanceof Decoded decoded && decoded.value() != null && accepts(decoded.value());
    }

    private boolean accepts(IndexedRecord value) {
        String wantedEntity = entity;
        String wantedSubject = subject;
        return (wantedEntity == null || anyRecord(value, part -> isAbout(part, ENTITY_IDS, wantedEntity)))
                && (wantedSubject == null || anyRecord(value, part -> isAbout(part, SUBJECT_CODES, wantedSubject)))
                && (language == null || isIn(value, language));
    }

    private static boolean anyRecord(@Nullable Object value, Predicate<IndexedRecord> test) {
        if (value instanceof IndexedRecord part) {
            return test.test(part)
                    || part.getSchema().getFields().stream().anyMatch(field -> anyRecord(part.get(field.pos()), test));
        }
        return value instanceof Collection<?> parts && parts.stream().anyMatch(part -> anyRecord(part, test));
    }

    private static boolean isAbout(IndexedRecord part, List<String> idFields, String wanted) {
        boolean named = false;
        for (String name : idFields) {
            Object id = get(part, name);
            if (id != null) {
                named = true;
                String text = id.toString();
                if (text.equalsIgnoreCase(wanted) || text.equalsIgnoreCase(MEDIA_TOPIC + wanted)) {
                    return true;
                }
            }
        }
        return named
                && get(part, "names") instanceof Map<?, ?> names
                && names.values().stream().anyMatch(name -> name.toString().equalsIgnoreCase(wanted));
    }

    /** {@code fa} is in {@code fa} and in {@code fa-AF}. */
    private static boolean isIn(IndexedRecord value, String wanted) {
        Object tag = get(value, "language");
        if (tag == null) {
            return false;
        }
        String found = tag.toString().toLowerCase(Locale.ROOT);
        String sought = wanted.toLowerCase(Locale.ROOT);
        return found.equals(sought) || found.startsWith(sought + "-");
    }

    private static @Nullable Object get(IndexedRecord part, String name) {
        Schema.Field field = part.getSchema().getField(name);
        return field == null ? null : part.get(field.pos());
    }
}
