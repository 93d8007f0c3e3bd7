package khabar.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which path is answered by whom. A path may have one part in braces, as in {@code /api/entities/{id}/timeline},
 * which stands for any text there, slashes included; the path with the longest end that fits is taken.
 */
public final class Routes {
    private final Map<String, Route> byPath = new LinkedHashMap<>();
    private final List<Template> templates = new ArrayList<>();
    private final Map<String, StreamedRoute> streamed = new LinkedHashMap<>();
    private Observer observer = (route, status, took) -> {};

    /** Adds a route. */
    public Routes add(String path, Route route) {
        int open = path.indexOf('{');
        if (open < 0) {
            byPath.put(path, route);
        } else {
            templates.add(new Template(path, path.substring(0, open), path.substring(path.indexOf('}') + 1), route));
            templates.sort(Comparator.comparing(template -> -template.end().length()));
        }
        return this;
    }

    /** Adds a route whose events go on. */
    public Routes addStreamed(String path, StreamedRoute route) {
        streamed.put(path, route);
        return this;
    }

    /** Lets somebody know of every request that is answered. */
    public Routes observedBy(Observer newObserver) {
        observer = newObserver;
        return this;
    }

    Observer observer() {
        return observer;
    }

    /** All paths as they were added, parts in braces included. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>(byPath.keySet());
        templates.forEach(template -> paths.add(template.path()));
        paths.addAll(streamed.keySet());
        return paths;
    }

    /** The route of a raw path whose events go on. */
    Optional<StreamedRoute> streamed(String path) {
        return Optional.ofNullable(streamed.get(path));
    }

    /** The route of a raw path, and what stands in the raw path where the route has braces. */
    Optional<Match> match(String path) {
        Route exact = byPath.get(path);
        if (exact != null) {
            return Optional.of(new Match(exact, path, ""));
        }
        return templates.stream()
                .filter(template -> template.fits(path))
                .map(template -> new Match(template.route(), template.path(), template.part(path)))
                .findFirst();
    }

    record Match(Route route, String path, String rest) {}

    private record Template(String path, String begin, String end, Route route) {
        boolean fits(String raw) {
            return raw.startsWith(begin) && raw.endsWith(end) && raw.length() > begin.length() + end.length();
        }

        String part(String raw) {
            return raw.substring(begin.length(), raw.length() - end.length());
        }
    }
}
