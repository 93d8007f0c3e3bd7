package khabar.web.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabar.web.Reply;
import khabar.web.Routes;

/** The files of the page, by name: nothing but these is ever served. */
public final class Dashboard {
    private static final List<String> FILES = List.of(
            "index.html",
            "page.css",
            "page.js",
            "words.js",
            "draw.js",
            "icon.svg",
            "vazirmatn-arabic.woff2",
            "vazirmatn-latin.woff2",
            "vazirmatn-licence.txt");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8",
            "woff2", "font/woff2");

    private final Map<String, Reply> files;

    private Dashboard(Map<String, Reply> files) {
        this.files = files;
    }

    /** The page as it is in the jar. */
    public static Dashboard fromJar() {
        Map<String, Reply> files = new LinkedHashMap<>();
        FILES.forEach(name -> files.put(name, file(name)));
        return new Dashboard(files);
    }

    /** Adds {@code /} and all files below {@code /page/}. */
    public void addTo(Routes routes) {
        files.forEach((name, reply) -> routes.add(name.equals("index.html") ? "/" : "/page/" + name, asked -> reply));
    }

    private static Reply file(String name) {
        try (InputStream content = Dashboard.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException(name + ": missing (expected: in the jar beside the page)");
            }
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            return new Reply(Reply.OK, type, content.readAllBytes(), Map.of());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
