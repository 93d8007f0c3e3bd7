package khabar.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import khabar.app.Connection;
import khabar.app.KhabarApp;
import khabar.app.Preparation;
import khabar.app.StreamsProperties;
import khabar.app.WatchedApp;
import khabar.app.WireFormats;
import khabar.app.text.KnownNames;
import khabar.app.text.LiveRules;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.rules.RuleBook;
import khabar.settings.Settings;
import khabar.topics.WireFormat;
import khabar.topology.NewsTopology;
import khabar.topology.TopologyOptions;
import khabar.web.WebOptions;
import org.apache.kafka.streams.Topology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs one instance of the topology until it is interrupted. */
@Command(
        name = "run",
        description = {
            "Run one instance of the topology: news.articles in, enriched articles and counts out.",
            "Start it several times, with a --state-dir each, and the instances divide the work. Ctrl-C stops it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar run",
            "  khabar run --bootstrap-servers kafka-1:9092,kafka-2:9092 --stream-threads 2",
            "  khabar run --idle-close 5s --window-sizes PT1H",
            "",
            "Next: khabar replay seeds/ in another terminal, then the page, or khabar watch"
        })
final class RunCommand implements Callable<Integer>, TakesSettings {
    private static final Duration FIRST_START = Duration.ofMinutes(2);
    private static final Duration FOREVER = Duration.ofDays(365_000);

    @Mixin
    private CommonOptions common;

    @Override
    public List<OptionGroup> optionGroups() {
        return OptionGroup.ALL;
    }

    @Override
    public Integer call() {
        Settings settings = common.checkedSettings();
        WebOptions web = WebOptions.from(settings);
        WatchedApp.check(web);
        RuleBook rules = LiveRules.book(settings);
        WireFormat format = WireFormats.of(settings);
        int feedPartitions = Preparation.prepare(settings);
        TopologyOptions options = TopologyOptions.from(settings, feedPartitions);
        Topology topology = new NewsTopology(options, rules, format).build();
        try (WatchedApp watched = WatchedApp.serve(web, new KnownNames(rules::knownCore, settings));
                KhabarApp app = watched.start(topology, StreamsProperties.from(settings));
                Interruption stop = Interruption.runs(app::close)) {
            common.tell("page on " + watched.address());
            Map<String, Object> client = Connection.from(settings).client();
            watched.news().readNewest(client, format, options.windowSizes());
            watched.streamEvents(client, format);
            watched.keepNews(settings, format);
            if (app.awaitRunning(FIRST_START)) {
                common.tell("running as " + settings.textOf(StreamsProperties.APPLICATION_ID) + " (Ctrl-C stops)");
            }
            app.awaitEnd(FOREVER);
            app.failure().ifPresent(failure -> common.tell("stopped by a failure: " + failure));
            return app.failure().isPresent() ? Main.FAILED : 0;
        }
    }
}
