package khabar.web.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A reader of server-sent events that remembers its last id, as a browser does. */
final class EventClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private InputStream body = InputStream.nullInputStream();

    /** An event as it came. */
    record Event(String kind, JsonNode data) {}

    /** Connects, for the first time or again, and reads in a thread of its own. */
    int connect(URI address) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        body = response.body();
        if (response.statusCode() == 200) {
            Thread reader = new Thread(() -> read(body), "event-client");
            reader.setDaemon(true);
            reader.start();
        }
        return response.statusCode();
    }

    private void read(InputStream from) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(from, UTF_8))) {
            String kind = "";
            String data = "";
            String id = lastId;
            for (String line = lines.readLine(); line != null && from == body; line = lines.readLine()) {
                if (line.isEmpty()) {
                    lastId = id;
                    if (!data.isEmpty()) {
                        events.add(new Event(kind, JSON.readTree(data)));
                    }
                    kind = "";
                    data = "";
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    kind = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                }
            }
        } catch (IOException gone) {
            // The connection was cut: the client goes on from its last id.
        }
    }

    boolean hasStarted() {
        return !lastId.isEmpty();
    }

    List<Event> events() {
        return new ArrayList<>(events);
    }

    /** Goes away without a word. */
    @Override
    public void close() {
        InputStream old = body;
        body = InputStream.nullInputStream();
        try {
            old.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
