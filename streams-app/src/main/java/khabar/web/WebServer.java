package khabar.web;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Consumer;
import khabar.query.Questions;
import khabar.settings.SettingException;
import khabar.web.api.Api;
import khabar.web.dashboard.Dashboard;
import khabar.web.health.Health;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server of the page, the API and the state of health. */
public final class WebServer implements AutoCloseable {
    private static final int MOST_THREADS = 16;
    private static final int LEAST_THREADS = 4;
    /** Of a request without its body: a position in all partitions of all topics must fit into a header. */
    private static final int REQUEST_BYTES = 24 << 10;

    private static final String SHORTER = "at most " + REQUEST_BYTES + " bytes together)";

    private static final Duration IDLE = Duration.ofSeconds(30);
    /**
     * What the system may hold for a connection. By itself it takes megabytes: a slow reader would still be at
     * old events when it is let go, and idle in the eyes of the server before it reads why.
     */
    private static final int SENT_AHEAD_BYTES = 128 << 10;
    /**
     * Connections that may wait until the server comes to them. Of the 50 that Java lets wait, a pause of the collector has
     * more: whoever comes then tries again after a second.
     */
    private static final int WAITING_CONNECTIONS = 1_024;

    private final Server server;
    private final ServerConnector connector;
    private final WebOptions options;

    private WebServer(Server server, ServerConnector connector, WebOptions options) {
        this.server = server;
        this.connector = connector;
        this.options = options;
    }

    /**
     * Starts to serve; throws {@link SettingException} where something else listens on the port.
     *
     * @param further adds routes to those of the page, the API and the state of health
     */
    public static WebServer start(WebOptions options, Questions questions, Consumer<Routes> further) {
        Routes routes = routes(questions);
        further.accept(routes);
        try {
            return startOn(options, routes);
        } catch (SettingException taken) {
            if (!options.anyOther()) {
                throw taken;
            }
            return startOn(options.onAnyPort(), routes);
        }
    }

    /** Throws {@link SettingException} where {@link #start} would, as far as can be told before. */
    public static void check(WebOptions options) {
        if (options.port() == 0 || options.anyOther()) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(options.address(), options.port()));
        } catch (IOException taken) {
            throw unusable(options);
        }
    }

    private static WebServer startOn(WebOptions options, Routes routes) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        threads.setName("khabar-web");
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost(options.address().getHostAddress());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        connector.setAcceptedSendBufferSize(SENT_AHEAD_BYTES);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(options.connections(), server));
        Gate gate = new Gate(options.address().isLoopbackAddress(), options.token());
        server.setHandler(new Dispatch(routes, gate));
        server.setErrorHandler(WebServer::answerBroken);
        // Idle connections are not waited for: whoever looks asks again.
        server.setStopTimeout(0);
        WebServer web = new WebServer(server, connector, options);
        web.start();
        return web;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(REQUEST_BYTES);
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        // The uri of an article may hold an encoded slash; paths are only compared, never opened.
        http.setUriCompliance(UriCompliance.DEFAULT.with(
                "uris-of-articles",
                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT,
                UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));
        return http;
    }

    private static Routes routes(Questions questions) {
        Routes routes = new Routes();
        Health.of(questions).addTo(routes);
        new Api(questions).addTo(routes);
        Dashboard.fromJar().addTo(routes);
        return routes;
    }

    /** What never became a request that could be dispatched, and what broke on the way. */
    private static boolean answerBroken(Request request, Response response, Callback callback) {
        Reply reply = switch (response.getStatus()) {
            case HttpStatus.URI_TOO_LONG_414 ->
                Reply.problem(response.getStatus(), "Too long", "path: too long (expected: " + SHORTER);
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                Reply.problem(response.getStatus(), "Too large", "headers: too large (expected: " + SHORTER);
            case HttpStatus.INTERNAL_SERVER_ERROR_500 ->
                Reply.problem(Reply.FAILED, "Internal error", "The server failed; its log says more.");
            default -> Reply.problem(Reply.BAD_REQUEST, "Bad request", "request: broken (expected: HTTP/1.1)");
        };
        Dispatch.write(reply, request, response, callback);
        return true;
    }

    private void start() {
        try {
            server.start();
        } catch (Exception failure) {
            close();
            if (failure instanceof BindException || failure.getCause() instanceof BindException) {
                throw unusable(options);
            }
            throw failure instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException("web server: " + failure.getMessage(), failure);
        }
    }

    private static SettingException unusable(WebOptions options) {
        String address = options.address().getHostAddress();
        return isOfThisMachine(options.address())
                ? new SettingException(
                        WebOptions.PORT.name(),
                        Integer.toString(options.port()),
                        "a port of " + address + " that nobody else uses, or 0")
                : new SettingException(WebOptions.ADDRESS.name(), address, WebOptions.ADDRESS.expected());
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    /** Where the page is. */
    public URI address() {
        String host = options.address().isLoopbackAddress()
                ? "localhost"
                : options.address().getHostAddress();
        return URI.create(
                "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + connector.getLocalPort() + "/");
    }

    /** The host and the port under which other instances on the cluster reach this server. */
    public InetSocketAddress self() {
        InetAddress host = options.address();
        return new InetSocketAddress(
                host.isAnyLocalAddress() ? hostName() : host.getHostAddress(), connector.getLocalPort());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("web server: did not stop", failure);
        }
    }
}
