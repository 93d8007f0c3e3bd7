package khabar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import khabar.query.disk.Deadline;
import khabar.settings.SettingException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
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
 * frame anything that is not ours, and to show a copy without asking whether it is still true.
 */
final class Dispatch extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final String GZIP = "gzip";
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
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

    /** How long an answer may take: whoever asks for more than that gets a problem instead. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Routes routes;
    private final Gate gate;

    /** Serves the routes to those whom the gate lets in. */
    Dispatch(Routes routes, Gate gate) {
        this.routes = routes;
        this.gate = gate;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<StreamedRoute> streamed =
                routes.streamed(String.valueOf(request.getHttpURI().getPath()));
        if (streamed.isPresent() && request.getMethod().equals("GET")) {
            stream(streamed.get(), request, response, callback);
        } else {
            write(reply(request), request, response, callback);
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
            write(refused, request, response, callback);
            return;
        }
        ALWAYS.forEach(response.getHeaders()::put);
        response.getHeaders().put("Content-Type", STREAMED.contentType());
        response.setStatus(Reply.OK);
        EventChannel channel = new EventChannel(response, callback);
        request.addFailureListener(channel::fail);
        taken.accept(channel);
    }

    /** Writes the reply and ends the exchange; says only that nothing is new to who has it already. */
    static void write(Reply reply, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        ALWAYS.forEach(headers::put);
        reply.headers().forEach(headers::put);
        Body.Form form = form(reply, request);
        boolean known = false;
        if (reply.status() == Reply.OK) {
            headers.put("ETag", form.tag());
            headers.put("Cache-Control", "private, no-cache");
            headers.put("Vary", "Accept-Encoding");
            known = form.isAmong(request.getHeaders().getCSV("If-None-Match", true));
        }
        response.setStatus(known ? Reply.NOT_MODIFIED : reply.status());
        if (known) {
            response.write(true, ByteBuffer.allocate(0), callback);
            return;
        }
        if (reply.body().isZipped(form)) {
            headers.put("Content-Encoding", GZIP);
        }
        headers.put("Content-Type", reply.contentType());
        headers.put("Content-Length", form.bytes().length);
        response.write(true, ByteBuffer.wrap(form.bytes()), callback);
    }

    private static Body.Form form(Reply reply, Request request) {
        boolean takesZipped =
                request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING).contains(GZIP);
        return takesZipped ? reply.body().zipped() : reply.body().plain();
    }

    private Reply reply(Request request) {
        String path = String.valueOf(request.getHttpURI().getPath());
        Optional<Routes.Match> match = routes.match(path);
        long started = System.nanoTime();
        Reply reply = reply(
                request,
                asked -> match.map(found -> found.route()
                                .answer(new Asked(asked.target(), decoded(found.rest()), asked.parameters())))
                        .or(() -> routes.streamed(path).map(headOnly -> STREAMED))
                        .orElseGet(() ->
                                Reply.problem(Reply.NOT_FOUND, "Not found", "path: not known (expected: /api/…)")));
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        routes.observer().answered(match.map(Routes.Match::path).orElse(""), reply.status(), took);
        return reply;
    }

    private Reply reply(Request request, Route route) {
        Optional<Reply> refusal = gate.refusal(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (!METHODS.contains(request.getMethod())) {
            return Reply.problem(Reply.METHOD_NOT_ALLOWED, "Method not allowed", "method: not known (expected: GET)")
                    .with("Allow", "GET, HEAD");
        }
        try {
            HttpURI uri = request.getHttpURI();
            Asked asked = new Asked(uri.getPathQuery(), "", parameters(request));
            return Deadline.within(PATIENCE, () -> route.answer(asked));
        } catch (SettingException wrong) {
            return Reply.problem(Reply.BAD_REQUEST, "Bad request", String.valueOf(wrong.getMessage()));
        } catch (Deadline.Exceeded late) {
            return Reply.problem(Reply.NOT_READY, "Too much", "answer: took too long (expected: a smaller question)")
                    .with("Retry-After", "1");
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
