package khabar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import khabar.query.Known;
import khabar.query.Questions;
import khabar.query.StreamsInstance;
import khabar.query.archive.KeptNews;
import khabar.query.archive.Shelf;
import khabar.query.live.LiveView;

/** A server over an archive that a test fills, and a client of it. */
final class Site implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> paths = new ArrayList<>();
    private final Shelf shelf;
    private final AtomicInteger rules = new AtomicInteger(1);
    private final WebServer server;

    private Site(Shelf shelf, Optional<String> token, String demonyms) {
        this.shelf = shelf;
        WebOptions options = new WebOptions(InetAddress.getLoopbackAddress(), 0, false, token, 100);
        Questions questions = new Questions(
                new StreamsInstance(),
                new LiveView(Clock.systemUTC()),
                KeptNews.of(shelf.archive()),
                new Known(demonyms, rules));
        server = WebServer.start(options, questions, routes -> paths.addAll(routes.paths()));
    }

    static Site open(Path folder) {
        return new Site(new Shelf(folder), Optional.empty(), "none");
    }

    static Site withToken(Path folder, String token) {
        return new Site(new Shelf(folder), Optional.of(token), "none");
    }

    static Site countingDemonyms(Path folder) {
        return new Site(new Shelf(folder), Optional.empty(), "counted");
    }

    /** What it answers from. */
    Shelf shelf() {
        return shelf;
    }

    /** From now on another set of rules is in force, and nothing new in the archive. */
    void changeRules() {
        rules.incrementAndGet();
    }

    /** The routes of the server. */
    List<String> paths() {
        return paths;
    }

    /** The answer to a path, which must be one. */
    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(path).headers(headers).build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    /** What comes back for the bytes of a request as they are. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort());
                InputStream answer = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(answer.readAllBytes(), UTF_8);
        }
    }

    static JsonNode parse(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        server.close();
        shelf.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + server.address().getPort() + path));
    }
}
