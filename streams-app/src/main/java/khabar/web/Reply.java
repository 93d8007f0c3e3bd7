package khabar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * What the server says.
 *
 * @param status HTTP status
 * @param contentType media type of the body
 * @param body the body
 * @param headers what else is said, by name
 */
public record Reply(int status, String contentType, Body body, Map<String, String> headers) {
    public static final int OK = 200;
    public static final int SEE_OTHER = 303;
    public static final int NOT_MODIFIED = 304;
    public static final int BAD_REQUEST = 400;
    public static final int UNAUTHORIZED = 401;
    public static final int FORBIDDEN = 403;
    public static final int NOT_FOUND = 404;
    public static final int METHOD_NOT_ALLOWED = 405;
    public static final int FAILED = 500;
    public static final int NOT_READY = 503;

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    /** A body of bytes, which must not be changed any more. */
    public Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
        this(status, contentType, new Body(body), headers);
    }

    /** A value. */
    public static Reply json(JsonNode value) {
        return json(OK, value);
    }

    /** A value that goes with a status of its own. */
    public static Reply json(int status, JsonNode value) {
        return new Reply(status, JSON, value.toString().getBytes(UTF_8), Map.of());
    }

    /**
     * What is wrong, as RFC 9457 has it.
     *
     * @param status HTTP status
     * @param title what kind of problem it is
     * @param detail what was found and what was expected
     */
    public static Reply problem(int status, String title, String detail) {
        ObjectNode problem = JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        return new Reply(status, PROBLEM, problem.toString().getBytes(UTF_8), Map.of());
    }

    /** The same with one more header. */
    public Reply with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Reply(status, contentType, body, more);
    }
}
