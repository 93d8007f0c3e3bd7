package khabar.topics.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import khabar.topics.PlainSchema;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * A schema registry behind the REST interface that Confluent's has, and Apicurio, Karapace and Redpanda
 * too. Every schema is asked for once. What it cannot answer is a {@link RegistryException}.
 */
public final class SchemaRegistry {
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int TRIES = 5;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    /** The registry's own number for "there is no schema of that id", beside which 404 means a wrong address. */
    private static final int UNKNOWN_ID = 40403;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<Integer, Schema> known = new ConcurrentHashMap<>();

    /** The registry at an address such as {@code http://localhost:8081}; asks nothing yet. */
    public SchemaRegistry(URI address) {
        String text = address.toString();
        this.url = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** Where it is. */
    public String url() {
        return url;
    }

    /** The id of a schema under a subject, where it is registered if it is not there yet. */
    public int register(String subject, Schema schema) {
        String path = "/subjects/" + subject + "/versions";
        String body =
                JSON.createObjectNode().put("schema", PlainSchema.json(schema)).toString();
        HttpResponse<String> response = ask(request(path).POST(BodyPublishers.ofString(body)));
        if (response.statusCode() == CONFLICT) {
            throw wrong("a registry whose schema of " + subject + " is compatible with that of this build; 409"
                    + messageOf(response));
        }
        JsonNode id = answer("POST " + path, response).path("id");
        if (!id.canConvertToInt() || !id.isNumber()) {
            throw notARegistry("POST " + path, "no id in " + response.body());
        }
        known.put(id.intValue(), schema);
        return id.intValue();
    }

    /** The schema of an id; empty where the registry has none. */
    public Optional<Schema> schema(int id) {
        Schema schema = known.get(id);
        if (schema == null) {
            schema = fetch(id);
            if (schema != null) {
                known.put(id, schema);
            }
        }
        return Optional.ofNullable(schema);
    }

    private @Nullable Schema fetch(int id) {
        String path = "/schemas/ids/" + id;
        HttpResponse<String> response = ask(request(path).GET());
        if (response.statusCode() == NOT_FOUND
                && json(response).path("error_code").asInt() == UNKNOWN_ID) {
            return null;
        }
        JsonNode answer = answer("GET " + path, response);
        try {
            return new Schema.Parser().parse(answer.path("schema").asText());
        } catch (AvroRuntimeException broken) {
            throw notARegistry("GET " + path, "no Avro schema in " + response.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Accept", MEDIA_TYPE + ", application/json")
                .header("Content-Type", MEDIA_TYPE);
    }

    /** The answer; asks again for a second or two where there is none, or the registry is unwell. */
    private HttpResponse<String> ask(HttpRequest.Builder request) {
        Duration pause = FIRST_PAUSE;
        for (int left = TRIES - 1; ; left--) {
            try {
                HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
                if (response.statusCode() < SERVER_ERROR || left == 0) {
                    return response;
                }
            } catch (IOException unanswered) {
                if (left == 0) {
                    throw new RegistryException(
                            message("a schema registry that answers; " + words(unanswered)), unanswered);
                }
            } catch (InterruptedException interrupted) {
                throw new InterruptException(interrupted);
            }
            pause(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private JsonNode answer(String what, HttpResponse<String> response) {
        if (response.statusCode() != OK) {
            throw notARegistry(what, response.statusCode() + messageOf(response));
        }
        return json(response);
    }

    private static String messageOf(HttpResponse<String> response) {
        String message = json(response).path("message").asText();
        return message.isEmpty() ? "" : " " + message;
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException other) {
            return JSON.missingNode();
        }
    }

    private RegistryException notARegistry(String what, String answer) {
        return wrong("the address of a Confluent-compatible schema registry; " + what + ": " + answer);
    }

    private RegistryException wrong(String expected) {
        return new RegistryException(message(expected));
    }

    private String message(String expected) {
        return "schema.registry.url: " + url + " (expected: " + expected + ")";
    }

    private static String words(IOException failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
