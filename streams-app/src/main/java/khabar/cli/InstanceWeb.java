package khabar.cli;

import java.net.URI;
import java.util.Map;
import khabar.app.Connection;
import khabar.app.KhabarApp;
import khabar.app.WireFormats;
import khabar.language.TextCore;
import khabar.query.Questions;
import khabar.query.StreamsInstance;
import khabar.query.live.LiveNews;
import khabar.settings.Origin;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import khabar.topology.TopologyOptions;
import khabar.web.WebOptions;
import khabar.web.WebServer;
import org.apache.kafka.streams.state.HostInfo;

/** The page, the API and the state of health of one instance of the topology. */
final class InstanceWeb implements AutoCloseable {
    private final LiveNews news;
    private final WebServer server;

    private InstanceWeb(LiveNews news, WebServer server) {
        this.news = news;
        this.server = server;
    }

    /** Serves the instance; where the default port is taken, as by another instance here, on any free one. */
    static InstanceWeb start(Settings settings, KhabarApp app, TextCore core) {
        LiveNews news = LiveNews.open(
                Connection.from(settings).client(),
                WireFormats.of(settings),
                settings.get(TopologyOptions.WINDOW_SIZES),
                output -> {});
        Questions questions = new Questions(
                new StreamsInstance(app.streams(), HostInfo.unavailable()),
                news.view(),
                () -> news.reader().isCaughtUp(),
                id -> core.entity(id).map(entity -> entity.names()).orElse(Map.of()));
        try {
            return new InstanceWeb(news, serve(settings, questions));
        } catch (SettingException taken) {
            news.close();
            throw taken;
        }
    }

    /** Where the page is. */
    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        news.close();
    }

    private static WebServer serve(Settings settings, Questions questions) {
        WebOptions options = WebOptions.from(settings);
        try {
            return WebServer.start(options, questions);
        } catch (SettingException taken) {
            if (settings.originOf(WebOptions.PORT) != Origin.DEFAULT) {
                throw taken;
            }
            return WebServer.start(options.onAnyPort(), questions);
        }
    }
}
