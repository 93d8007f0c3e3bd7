package khabar.web.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import khabar.web.Reply;
import khabar.web.Routes;

/** The files of the page, by name: nothing but these is ever served. */
public final class Dashboard {
    private static final List<String> SCRIPTS = List.of(
            "alerts",
            "article",
            "ask",
            "bars",
            "chart",
            "choices",
            "draw",
            "entity",
            "forms",
            "front",
            "graph",
            "health",
            "lead",
            "mended",
            "page",
            "places",
            "refusals",
            "river",
            "rows",
            "spans",
            "stream",
            "subject",
            "time",
            "timeline",
            "tips",
            "treemap",
            "words");
    private static final List<String> SHEETS = List.of("article", "notices", "page", "parts", "print");
    private static final List<String> OTHERS = List.of(
            "index.html", "icon.svg", "vazirmatn-arabic.woff2", "vazirmatn-latin.woff2", "vazirmatn-licence.txt");
    /** Files of the library that draws charts, which comes as a jar of its own: name here, name there. */
    private static final Map<String, String> CHARTS = Map.of(
            "uplot.js", "dist/uPlot.iife.min.js", "uplot.css", "dist/uPlot.min.css", "uplot-licence.txt", "LICENSE");

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
        OTHERS.forEach(name -> files.put(name, file(name, name)));
        SHEETS.forEach(name -> files.put(name + ".css", file(name + ".css", name + ".css")));
        SCRIPTS.forEach(name -> files.put(name + ".js", file(name + ".js", name + ".js")));
        String library = "/META-INF/resources/webjars/uplot/" + versionOfCharts() + "/";
        CHARTS.forEach((name, there) -> files.put(name, file(name, library + there)));
        return new Dashboard(files);
    }

    /** Adds {@code /} and all files below {@code /page/}. */
    public void addTo(Routes routes) {
        files.forEach((name, reply) -> routes.add(name.equals("index.html") ? "/" : "/page/" + name, asked -> reply));
    }

    private static Reply file(String name, String resource) {
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return new Reply(Reply.OK, type, bytes(resource), Map.of());
    }

    private static byte[] bytes(String resource) {
        try (InputStream content = Dashboard.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + ": missing (expected: in the jar beside the page)");
            }
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The version stands in the path of the library's files, and in what Maven wrote into its jar. */
    private static String versionOfCharts() {
        String resource = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";
        try (InputStream content = Dashboard.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + ": missing (expected: the jar of uplot on the class path)");
            }
            Properties properties = new Properties();
            properties.load(content);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
