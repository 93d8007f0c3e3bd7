package khabar.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import khabar.web.Asked;
import khabar.web.Reply;
import khabar.web.Routes;
import org.jspecify.annotations.Nullable;

/** {@code /api/openapi.json}: what can be asked, for programs. Written by hand in YAML, checked against the routes. */
final class OpenApi {
    private @Nullable Reply document;

    void addTo(Routes routes) {
        routes.add("/api/openapi.json", this::document);
    }

    private synchronized Reply document(Asked asked) {
        asked.takesOnly();
        if (document == null) {
            document = Reply.json(read());
        }
        return document;
    }

    private static JsonNode read() {
        try (InputStream yaml = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("openapi.yaml: missing (expected: in the jar beside the API)");
            }
            return new YAMLMapper().readTree(yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
