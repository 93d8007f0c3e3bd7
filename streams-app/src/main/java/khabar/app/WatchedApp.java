package khabar.app;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import khabar.app.metrics.Meters;
import khabar.query.Knowledge;
import khabar.query.Questions;
import khabar.query.StreamsInstance;
import khabar.query.archive.KeptNews;
import khabar.query.live.LiveNews;
import khabar.query.live.Output;
import khabar.query.values.Shelving;
import khabar.settings.Settings;
import khabar.topics.WireFormat;
import khabar.topics.creation.TopicOptions;
import khabar.web.WebOptions;
import khabar.web.WebServer;
import khabar.web.stream.EventStream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * The web server with what it asks: an archive, a live view and one instance of the topology. The server comes
 * first, so that the instance can tell the others where it is asked, and those who look see it start.
 */
public final class WatchedApp implements AutoCloseable {
    private final LiveNews news = new LiveNews(this::measure);
    private final KeptNews kept = new KeptNews();
    private final StreamsInstance instance = new StreamsInstance();
    private final EventStream events = new EventStream();
    private final Meters meters;
    private final WebServer web;

    private WatchedApp(WebOptions options, Knowledge knowledge) {
        Questions questions = new Questions(instance, news.view(), kept, knowledge);
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
     * @param knowledge what is known without any topic
     */
    public static WatchedApp serve(WebOptions options, Knowledge knowledge) {
        return new WatchedApp(options, knowledge);
    }

    /** Throws what {@link #serve} would, before anything else is started for it. */
    public static void check(WebOptions options) {
        WebServer.check(options);
    }

    /** Starts an instance of the topology, in the background, that is asked from now on; whoever called closes it. */
    public KhabarApp start(Topology topology, Properties properties) {
        InetSocketAddress self = web.self();
        properties.putIfAbsent(StreamsConfig.APPLICATION_SERVER_CONFIG, self.getHostString() + ":" + self.getPort());
        KhabarApp app = Background.start(() -> KhabarApp.start(topology, properties));
        meters.attach(app.streams());
        instance.attach(app.streams());
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

    /**
     * Keeps what is on the given cluster, whose topics must be there, so that anything of it can be asked for.
     *
     * @param settings say how to reach the cluster and where the archive lies
     * @param format form of the values
     */
    public void keepNews(Settings settings, WireFormat format) {
        Path folder = settings.get(StreamsProperties.STATE_DIR)
                .resolve(settings.get(StreamsProperties.APPLICATION_ID) + "-archive");
        kept.keep(
                Connection.from(settings).client(),
                format,
                new Shelving(folder, settings.get(TopicOptions.RETENTION), Clock.systemUTC()));
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
        kept.close();
        news.close();
    }
}
