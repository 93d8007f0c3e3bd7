package khabar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import khabar.settings.SettingException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads a request to its route and writes the reply. Every reply forbids the browser to run, load or
 * frame anything that is not ours, and to keep a copy.
 */
final class Dispatch extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
                            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    private static final Reply STREAMED =
            new Reply(Reply.OK, "text/event-stream; charset=utf-8", new byte[0], Map.of());

    private final Routes routes;
    private final boolean loopback;

    /**
     * Serves the routes.
     *
     * @param loopback whether only this machine can reach the server: then a request for any other name
     *     comes from a page that had its own name point here, and is refused
     */
    Dispatch(Routes routes, boolean loopback) {
        this.routes = routes;
        this.loopback = loopback;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<StreamedRoute> streamed =
                routes.streamed(String.valueOf(request.getHttpURI().getPath()));
        if (streamed.isPresent() && request.getMethod().equals("GET")) {
            stream(streamed.get(), request, response, callback);
        } else {
            write(reply(request), response, callback);
        }
        return true;
    }

    private void stream(StreamedRoute route, Request request, Response response, Callback callback) {
        AtomicReference<Consumer<EventChannel>> sender = new AtomicReference<>();
        Optional<String> last = Optional.ofNullable(request.getHeaders().get("Last-Event-ID"));
        Reply refused = reply(request, asked -> {
            StreamedRoute.Opened opened = route.open(asked, last);
            if (opened instanceof StreamedRoute.Opened.Taken taken) {
                sender.set(taken.sender());
                return STREAMED;
            }
            return ((StreamedRoute.Opened.Refused) opened).reply();
        });
        Consumer<EventChannel> taken = sender.get();
        if (taken == null) {
            write(refused, response, callback);
            return;
        }
        ALWAYS.forEach(response.getHeaders()::put);
        response.getHeaders().put("Content-Type", STREAMED.contentType());
        response.setStatus(Reply.OK);
        EventChannel channel = new EventChannel(response, callback);
        request.addFailureListener(channel::fail);
        taken.accept(channel);
    }

    /** Writes the reply and ends the exchange. */
    static void write(Reply reply, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        ALWAYS.forEach(headers::put);
        reply.headers().forEach(headers::put);
        headers.put("Content-Type", reply.contentType());
        headers.put("Content-Length", reply.body().length);
        response.setStatus(reply.status());
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }

    private Reply reply(Request request) {
        return reply(
                request,
                asked -> routes.match(String.valueOf(request.getHttpURI().getPath()))
                        .map(match -> match.route()
                                .answer(new Asked(asked.target(), decoded(match.rest()), asked.parameters())))
                        .orElseGet(() ->
                                Reply.problem(Reply.NOT_FOUND, "Not found", "path: not known (expected: /api/…)")));
    }

    private Reply reply(Request request, Route route) {
        String host = Request.getServerName(request);
        if (loopback && (host == null || !LOOPBACK_NAMES.contains(host))) {
            return Reply.problem(Reply.FORBIDDEN, "Forbidden", "host: not ours (expected: localhost)");
        }
        if (!METHODS.contains(request.getMethod())) {
            return Reply.problem(Reply.METHOD_NOT_ALLOWED, "Method not allowed", "method: not known (expected: GET)")
                    .with("Allow", "GET, HEAD");
        }
        try {
            HttpURI uri = request.getHttpURI();
            return route.answer(new Asked(uri.getPathQuery(), "", parameters(request)));
        } catch (SettingException wrong) {
            return Reply.problem(Reply.BAD_REQUEST, "Bad request", String.valueOf(wrong.getMessage()));
        } catch (RuntimeException failure) {
            // Who asks gets no inside; who runs the server does.
            LOG.error("answering {}: {}", request.getHttpURI().getPath(), failure.toString(), failure);
            return Reply.problem(Reply.FAILED, "Internal error", "The server failed; its log says more.");
        }
    }

    private static String decoded(String rest) {
        try {
            // In a path a plus sign is a plus sign.
            return URLDecoder.decode(rest.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new SettingException("path", rest, "percent-encoded UTF-8");
        }
    }

    private static Map<String, String> parameters(Request request) {
        Map<String, String> parameters = new HashMap<>();
        try {
            for (Fields.Field field : Request.extractQueryParameters(request)) {
                if (field.getValues().size() > 1) {
                    throw new SettingException(
                            field.getName(), field.getValues().size() + " values", "one");
                }
                parameters.put(field.getName(), field.getValue());
            }
            return parameters;
        } catch (IllegalArgumentException broken) {
            throw new SettingException("query", "broken", "percent-encoded UTF-8");
        }
    }
}
