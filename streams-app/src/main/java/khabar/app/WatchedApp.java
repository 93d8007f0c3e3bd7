package khabar.app;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.function.Function;
import khabar.app.metrics.Meters;
import khabar.query.Questions;
import khabar.query.StreamsInstance;
import khabar.query.live.LiveNews;
import khabar.query.live.Output;
import khabar.topics.WireFormat;
import khabar.web.WebOptions;
import khabar.web.WebServer;
import khabar.web.stream.EventStream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.HostInfo;

/**
 * The web server with what it asks: a live view and one instance of the topology. The server comes
 * first, so that the instance can tell the others where it is asked, and those who look see it start.
 */
public final class WatchedApp implements AutoCloseable {
    private final LiveNews news = new LiveNews(this::measure);
    private final StreamsInstance instance = new StreamsInstance();
    private final EventStream events = new EventStream();
    private final Meters meters;
    private final WebServer web;

    private WatchedApp(WebOptions options, Function<String, Map<String, String>> entityNames) {
        Questions questions = new Questions(instance, news.view(), news::isComplete, entityNames);
        meters = new Meters(questions, events::readers, Clock.systemUTC());
        web = WebServer.start(options, questions, routes -> {
            meters.addTo(routes);
            events.addTo(routes);
        });
    }

    /**
     * Starts the server; nothing is ready yet. Throws {@link khabar.settings.SettingException} where its
     * port is taken.
     *
     * @param entityNames names by BCP 47 tag of an entity id
     */
    public static WatchedApp serve(WebOptions options, Function<String, Map<String, String>> entityNames) {
        return new WatchedApp(options, entityNames);
    }

    /** Starts an instance of the topology that is asked from now on; whoever called closes it. */
    public KhabarApp start(Topology topology, Properties properties) {
        InetSocketAddress self = web.self();
        properties.putIfAbsent(StreamsConfig.APPLICATION_SERVER_CONFIG, self.getHostString() + ":" + self.getPort());
        KhabarApp app = KhabarApp.start(topology, properties);
        meters.attach(app.streams());
        instance.attach(
                app.streams(),
                HostInfo.buildFromEndpoint(properties.getProperty(StreamsConfig.APPLICATION_SERVER_CONFIG)));
        return app;
    }

    /** The view that the server shows, to be given something to read. */
    public LiveNews news() {
        return news;
    }

    /** Lets readers of events have what is on the given cluster, whose topics must be there. */
    public void streamEvents(Map<String, Object> client, WireFormat format) {
        events.attach(client, format);
    }

    /** How many articles wait to be read by the instance, where that is known. */
    public OptionalLong lag() {
        return instance.lag();
    }

    /** Where the page is. */
    public URI address() {
        return web.address();
    }

    private void measure(Output output) {
        meters.arrived(output);
    }

    @Override
    public void close() {
        events.close();
        web.close();
        meters.close();
        news.close();
    }
}
