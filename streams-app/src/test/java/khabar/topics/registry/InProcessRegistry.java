package khabar.topics.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * A server for tests that speaks the two calls of the Confluent-compatible REST interface that we use, over
 * real HTTP, with backward compatibility for each subject. No registry: it keeps everything in memory.
 */
public final class InProcessRegistry implements AutoCloseable {
    private static final Pattern VERSIONS = Pattern.compile("/subjects/([^/]+)/versions");
    private static final Pattern BY_ID = Pattern.compile("/schemas/ids/(\\d+)");
    private static final int FIRST_ID = 300;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();
    private final Map<String, List<Schema>> subjects = new HashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int failures;

    /** Starts on a free port of loopback. */
    public InProcessRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was asked, such as {@code GET /schemas/ids/300}, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public synchronized TreeSet<String> subjects() {
        return new TreeSet<>(subjects.keySet());
    }

    /** The schema of an id as it was sent. */
    public synchronized String schema(int id) {
        return schemas.get(id - FIRST_ID);
    }

    /** Makes it answer so many requests with 503. */
    public InProcessRegistry failing(int times) {
        failures = times;
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path);
        Matcher versions = VERSIONS.matcher(path);
        Matcher byId = BY_ID.matcher(path);
        if (failures > 0) {
            failures--;
            refuse(exchange, 503, 50301, "busy");
        } else if (versions.matches() && exchange.getRequestMethod().equals("POST")) {
            register(exchange, versions.group(1));
        } else if (byId.matches() && exchange.getRequestMethod().equals("GET")) {
            find(exchange, Integer.parseInt(byId.group(1)));
        } else {
            refuse(exchange, 404, 404, "HTTP 404 Not Found");
        }
    }

    private void register(HttpExchange exchange, String subject) throws IOException {
        String text =
                json.readTree(exchange.getRequestBody()).required("schema").textValue();
        Schema schema = new Schema.Parser().parse(text);
        List<Schema> before = subjects.computeIfAbsent(subject, none -> new ArrayList<>());
        boolean readsTheLast = before.isEmpty()
                || SchemaCompatibility.checkReaderWriterCompatibility(schema, before.get(before.size() - 1))
                                .getType()
                        == SchemaCompatibilityType.COMPATIBLE;
        if (!readsTheLast) {
            refuse(exchange, 409, 409, "Schema being registered is incompatible with an earlier schema");
            return;
        }
        before.add(schema);
        if (!schemas.contains(text)) {
            schemas.add(text);
        }
        answer(exchange, 200, json.createObjectNode().put("id", FIRST_ID + schemas.indexOf(text)));
    }

    private void find(HttpExchange exchange, int id) throws IOException {
        int index = id - FIRST_ID;
        if (index < 0 || index >= schemas.size()) {
            refuse(exchange, 404, 40403, "Schema not found");
        } else {
            answer(exchange, 200, json.createObjectNode().put("schema", schemas.get(index)));
        }
    }

    private void refuse(HttpExchange exchange, int status, int code, String message) throws IOException {
        answer(exchange, status, json.createObjectNode().put("error_code", code).put("message", message));
    }

    private static void answer(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
