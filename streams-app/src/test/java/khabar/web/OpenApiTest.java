package khabar.web;

import static khabar.query.live.Outputs.LAVROV;
import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.SYRIA;
import static khabar.query.live.Outputs.TODAY;
import static khabar.query.live.Outputs.alert;
import static khabar.query.live.Outputs.article;
import static khabar.query.live.Outputs.count;
import static khabar.query.live.Outputs.of;
import static khabar.query.live.Outputs.pair;
import static khabar.query.live.Outputs.rejected;
import static khabar.query.live.Outputs.subject;
import static khabar.query.live.Outputs.top;
import static khabar.query.live.Outputs.trend;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import khabar.schemas.AlertState;
import khabar.schemas.PaneTiming;
import khabar.schemas.PubStatus;
import khabar.schemas.RejectReason;
import khabar.schemas.TrendState;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenApiTest {
    /** Added by others than the API, and by name in the document all the same. */
    private static final Set<String> STREAMED = Set.of("/api/stream");

    private static final Map<String, String> EXAMPLES = Map.of(
            "/api/entities/{id}", "/api/entities/Q858",
            "/api/entities/{id}/timeline", "/api/entities/Q858/timeline",
            "/api/subjects/{code}/timeline", "/api/subjects/medtop:16000000/timeline",
            "/api/articles/{uri}", "/api/articles/a:1");

    @AutoClose
    private Site site;

    @BeforeEach
    void open(@TempDir Path folder) {
        site = Site.open(folder);
        site.shelf()
                .put(
                        top(TODAY, PaneTiming.EARLY, SYRIA, LAVROV),
                        count(TODAY, SYRIA),
                        count(TODAY, LAVROV),
                        subject(TODAY, "medtop:16000000", "war", "جنگ", 1),
                        pair(TODAY, SYRIA, LAVROV, 2),
                        trend(TODAY, SYRIA, TrendState.RISING, 4),
                        alert("r1", "a:1", AlertState.FIRED, 1),
                        of(article("a:1", "سوریه", PubStatus.USABLE, MIDNIGHT)),
                        rejected("a:2", RejectReason.TOO_LATE, 1));
        site.shelf().putDeadLetter("java.lang.ArithmeticException", "/ by zero");
    }

    @Test
    void everyRouteIsInTheDocumentAndNothingElse() throws Exception {
        Set<String> routes = new TreeSet<>(STREAMED);
        site.paths().stream().filter(path -> path.startsWith("/api/")).forEach(routes::add);

        assertThat(new TreeSet<>(names(document().get("paths")))).isEqualTo(routes);
    }

    @Test
    void everyReplyIsAsTheDocumentSays() throws Exception {
        JsonNode document = document();
        for (String path : names(document.get("paths"))) {
            if (!STREAMED.contains(path)) {
                JsonNode reply = site.json(EXAMPLES.getOrDefault(path, path));
                assertThat(faults(document, schemaOf(document, path), reply))
                        .as(path)
                        .isEmpty();
                assertThat(emptyRows(reply))
                        .as(path + " shows a row of everything")
                        .isEmpty();
            }
        }
    }

    @Test
    void everyParameterOfTheDocumentIsTakenAndNoOther() throws Exception {
        JsonNode document = document();
        for (String path : names(document.get("paths"))) {
            if (STREAMED.contains(path)) {
                continue;
            }
            String asked = EXAMPLES.getOrDefault(path, path);
            Set<String> told = new TreeSet<>();
            for (JsonNode parameter : document.at("/paths").get(path).at("/get/parameters")) {
                JsonNode known = parameter.has("$ref")
                        ? at(document, parameter.get("$ref").asText())
                        : parameter;
                if (known.get("in").asText().equals("query")) {
                    told.add(known.get("name").asText());
                }
            }
            String detail =
                    Site.parse(site.get(asked + "?unheardof=1")).get("detail").asText();
            String expected = told.isEmpty() ? "none" : String.join(" or ", told);
            assertThat(detail).as(path).isEqualTo("parameter: unheardof (expected: " + expected + ")");
        }
    }

    @Test
    void problemsAreAsTheDocumentSays() throws Exception {
        JsonNode document = document();
        for (String path : List.of("/api/entities?limit=0", "/api/nothing", "/api/articles/nobody")) {
            HttpResponse<String> response = site.get(path);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(faults(document, "#/components/schemas/Problem", Site.parse(response)))
                    .as(path)
                    .isEmpty();
        }
    }

    private JsonNode document() throws Exception {
        JsonNode document = site.json("/api/openapi.json");
        assertThat(document.get("openapi").asText()).startsWith("3.1.");
        return document;
    }

    private static String schemaOf(JsonNode document, String path) {
        String escaped = path.replace("/", "~1");
        JsonNode schema = document.at("/paths/" + escaped + "/get/responses/200/content/application~1json/schema");
        return schema.has("$ref") ? schema.get("$ref").asText() : "";
    }

    /** What is wrong with a value: the schema is found by a reference into the whole document. */
    private static List<String> faults(JsonNode document, String reference, JsonNode value) {
        if (reference.isEmpty()) {
            return List.of();
        }
        ObjectNode schema = document.deepCopy();
        schema.removeAll();
        schema.put("$ref", reference);
        schema.set("components", document.get("components"));
        JsonSchema checked = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        schema,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        return checked.validate(value).stream().map(Object::toString).toList();
    }

    /** Lists without a row would be valid whatever the schema of their rows. */
    private static List<String> emptyRows(JsonNode reply) {
        List<String> empty = new ArrayList<>();
        reply.properties().forEach(field -> {
            if (field.getValue().isArray()
                    && field.getValue().isEmpty()
                    && !Set.of("instances", "tags", "servers").contains(field.getKey())) {
                empty.add(field.getKey());
            }
        });
        return empty;
    }

    private static JsonNode at(JsonNode document, String reference) {
        return document.at(reference.substring(1));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
