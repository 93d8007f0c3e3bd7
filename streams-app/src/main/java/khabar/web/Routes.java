package khabar.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which path is answered by whom. A path that ends in a slash stands for all that begin with it, but not for itself. */
public final class Routes {
    private final Map<String, Route> byPath = new LinkedHashMap<>();
    private final Map<String, StreamedRoute> streamed = new LinkedHashMap<>();

    /** Adds a route. */
    public Routes add(String path, Route route) {
        byPath.put(path, route);
        return this;
    }

    /** Adds a route whose events go on. */
    public Routes addStreamed(String path, StreamedRoute route) {
        streamed.put(path, route);
        return this;
    }

    /** The route of a raw path whose events go on. */
    Optional<StreamedRoute> streamed(String path) {
        return Optional.ofNullable(streamed.get(path));
    }

    /** The route of a raw path, and the raw rest of the path. */
    Optional<Match> match(String path) {
        Route exact = byPath.get(path);
        if (exact != null) {
            return Optional.of(new Match(exact, ""));
        }
        return byPath.entrySet().stream()
                .filter(route -> route.getKey().endsWith("/") && path.startsWith(route.getKey()))
                .filter(route -> route.getKey().length() > 1)
                .map(route -> new Match(
                        route.getValue(), path.substring(route.getKey().length())))
                .findFirst();
    }

    record Match(Route route, String rest) {}
}
