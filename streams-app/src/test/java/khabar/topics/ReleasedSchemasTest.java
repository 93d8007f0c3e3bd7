package khabar.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;

/** The schemas of our topics against every version that was ever released. */
final class ReleasedSchemasTest {
    private static final Path RELEASED = Path.of("..", "schemas", "released");

    /** The version that is being worked on; its copy may still change. */
    private static final String PRESENT = "0.1.0";

    private static final String UPDATE = "golden.update";

    @Test
    void theReleasedCopyOfThisVersionIsUpToDate() throws IOException {
        for (Topic<?> topic : Topics.AVRO) {
            Schema schema = PublishedSchemas.schemaOf(topic);
            Path copy = RELEASED.resolve(PRESENT).resolve(schema.getName() + ".avsc");
            String expected = PlainSchema.prettyJson(schema);
            if (Boolean.getBoolean(UPDATE)) {
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, expected, UTF_8);
            }
            assertThat(copy).as("rewrite with -D%s=true", UPDATE).content(UTF_8).isEqualTo(expected);
        }
    }

    @Test
    void everySchemaReadsAndIsReadByEveryReleasedVersion() throws IOException {
        int compared = 0;
        for (Path version : folders(RELEASED)) {
            for (Topic<?> topic : Topics.AVRO) {
                Schema present = PublishedSchemas.schemaOf(topic);
                Path copy = version.resolve(present.getName() + ".avsc");
                if (Files.exists(copy)) {
                    Schema released = new Schema.Parser().parse(Files.readString(copy, UTF_8));
                    assertThat(problems(present, released))
                            .as("%s against %s", topic.name(), version)
                            .isEmpty();
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(Topics.AVRO.size());
    }

    @Test
    void aFieldWithoutDefaultIsRefusedInBothDirections() {
        Schema before = schema("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}");
        Schema more = schema("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"},"
                + "{\"name\":\"b\",\"type\":\"int\"}]}");
        assertThat(problems(more, before)).hasSize(1);
        assertThat(problems(before, more)).hasSize(1);
    }

    @Test
    void everyRecordFieldAndEnumIsDocumented() {
        List<String> silent = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Topics.AVRO.forEach(topic -> collectUndocumented(PublishedSchemas.schemaOf(topic), seen, silent));
        assertThat(silent).isEmpty();
        assertThat(seen).hasSizeGreaterThan(Topics.AVRO.size());
    }

    @Test
    void thePlainFormHasTheSameFingerprintAndNoHintsForJava() {
        for (Topic<?> topic : Topics.AVRO) {
            Schema schema = PublishedSchemas.schemaOf(topic);
            String json = PlainSchema.json(schema);
            assertThat(json).doesNotContain("avro.java");
            assertThat(PlainSchema.fingerprint(schema(json))).isEqualTo(PlainSchema.fingerprint(schema));
        }
    }

    private static List<String> problems(Schema one, Schema other) {
        List<String> problems = new ArrayList<>();
        for (SchemaCompatibility.SchemaPairCompatibility pair : List.of(
                SchemaCompatibility.checkReaderWriterCompatibility(one, other),
                SchemaCompatibility.checkReaderWriterCompatibility(other, one))) {
            if (pair.getType() != SchemaCompatibilityType.COMPATIBLE) {
                problems.add(pair.getResult().getIncompatibilities().toString());
            }
        }
        return problems;
    }

    private static void collectUndocumented(Schema schema, Set<String> seen, List<String> silent) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    note(silent, schema.getDoc(), schema.getFullName());
                    for (Schema.Field field : schema.getFields()) {
                        note(silent, field.doc(), schema.getName() + "." + field.name());
                        collectUndocumented(field.schema(), seen, silent);
                    }
                }
            }
            case ENUM -> note(silent, schema.getDoc(), schema.getFullName());
            case ARRAY -> collectUndocumented(schema.getElementType(), seen, silent);
            case MAP -> collectUndocumented(schema.getValueType(), seen, silent);
            case UNION -> schema.getTypes().forEach(branch -> collectUndocumented(branch, seen, silent));
            default -> {}
        }
    }

    private static void note(List<String> silent, String doc, String name) {
        if (doc == null || doc.isBlank()) {
            silent.add(name);
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Schema schema(String json) {
        return new Schema.Parser().parse(json);
    }
}
