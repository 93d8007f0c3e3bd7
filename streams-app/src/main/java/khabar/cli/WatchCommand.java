package khabar.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import khabar.app.Connection;
import khabar.app.StreamsProperties;
import khabar.app.WireFormats;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.cli.watch.ChangeLine;
import khabar.cli.watch.Changes;
import khabar.cli.watch.FeedLag;
import khabar.cli.watch.Table;
import khabar.cli.watch.order.LineOrder;
import khabar.cli.watch.screen.Screen;
import khabar.cli.watch.screen.ScreenOptions;
import khabar.query.live.LiveNews;
import khabar.query.live.LiveView;
import khabar.query.live.OutputReader;
import khabar.query.live.Snapshot;
import khabar.settings.Durations;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import khabar.topology.TopologyOptions;
import khabar.web.api.JsonForms;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows who and what is in the news, as it changes. */
@Command(
        name = "watch",
        description = {
            "Watch who and what is in the news: entities, trends, subjects, headlines, alerts, rates. Needs Kafka only.",
            "On a terminal a full-screen view (? shows its keys); into a pipe one line for each change, tabs between."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar watch",
            "  khabar watch --window PT1H",
            "  khabar watch --once                        what is there now, as a table",
            "  khabar watch --plain | grep '^alert'       one line for each alert, as it comes",
            "  khabar watch --json | jq 'select(.change == \"entity\")'",
            "  khabar watch --bidi on                     where Persian stands in the wrong order",
            "",
            "Next: khabar consume news.enriched --pretty"
        })
final class WatchCommand implements Callable<Integer>, TakesSettings {
    private static final Duration CATCH_UP = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int MOST_ARTICLES = 1_000;
    private static final Table ONCE = new Table(100, 20, 10, 10);

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--window",
            paramLabel = "SIZE",
            description = "Size of the window to show, the newest that has data. Default: the greatest size there is.")
    private @Nullable String window;

    @Option(names = "--plain", description = "One line for each change, also on a terminal.")
    private boolean plain;

    @Option(names = "--once", description = "Print what is there now, and end.")
    private boolean once;

    @Option(names = "--json", description = "One JSON object for each change; with --once a single one.")
    private boolean json;

    @Option(
            names = "--bidi",
            paramLabel = "auto|on|off",
            defaultValue = "auto",
            description = "Put Persian into the order of the screen and join its letters here, for terminals that do "
                    + "not. Default: auto, for those that are known not to.")
    private String bidi = "auto";

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.CONNECTION, OptionGroup.LOGGING);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = common.checkedSettings();
        Optional<Duration> size = size(settings);
        LineOrder order = LineOrder.of(bidi, common.surroundings().environment());
        Connection.from(settings).openAdmin().close();
        try (LiveNews news = new LiveNews()) {
            OutputReader reader = news.readNewest(
                    Connection.from(settings).client(),
                    WireFormats.of(settings),
                    settings.get(TopologyOptions.WINDOW_SIZES));
            boolean complete = reader.awaitCaughtUp(CATCH_UP);
            if (once) {
                printOnce(news.view().snapshot(size, MOST_ARTICLES));
                return complete ? 0 : Main.FAILED;
            }
            if (plain || json || !common.surroundings().terminal()) {
                printChanges(news.view(), reader, size);
            } else {
                try (FeedLag lag = new FeedLag(
                        Connection.from(settings).openAdmin(), settings.get(StreamsProperties.APPLICATION_ID))) {
                    show(news.view(), reader, options(size, order, lag));
                }
            }
            return reader.failure().isPresent() ? Main.FAILED : 0;
        }
    }

    private Optional<Duration> size(Settings settings) {
        if (window == null) {
            return Optional.empty();
        }
        List<Duration> sizes = settings.get(TopologyOptions.WINDOW_SIZES);
        try {
            Duration size = Durations.parsePositive(window);
            if (sizes.contains(size)) {
                return Optional.of(size);
            }
        } catch (RuntimeException noDuration) {
            // Refused below, in the words that fit both cases.
        }
        String choices = String.join(" or ", sizes.stream().map(Durations::iso).toList());
        throw new SettingException("--window", window, choices);
    }

    private void printOnce(Snapshot snapshot) {
        PrintStream out = common.surroundings().out();
        if (json) {
            out.println(JsonForms.snapshot(snapshot));
        } else {
            ONCE.lines(snapshot).stream().map(AttributedString::toString).forEach(out::println);
        }
    }

    private void printChanges(LiveView view, OutputReader reader, Optional<Duration> size) throws InterruptedException {
        PrintStream out = common.surroundings().out();
        AtomicBoolean stopped = new AtomicBoolean();
        try (Interruption stop = Interruption.runs(() -> stopped.set(true))) {
            Snapshot before = null;
            while (!stopped.get() && !out.checkError() && reader.failure().isEmpty()) {
                Snapshot now = view.snapshot(size, MOST_ARTICLES);
                Changes.between(before, now)
                        .forEach(change -> out.println(json ? change.toString() : ChangeLine.of(change)));
                before = now;
                view.awaitChange(now.change(), PAUSE);
            }
        }
    }

    private ScreenOptions options(Optional<Duration> size, LineOrder order, FeedLag lag) {
        return new ScreenOptions(size, List.of(), common.surroundings().colour(), order.order(), lag::records);
    }

    private static void show(LiveView view, OutputReader reader, ScreenOptions options) throws IOException {
        Screen screen = Screen.open(view, options);
        // Closed from right to left: an interrupted process must not end before the terminal is given back.
        try (Interruption stop = Interruption.runs(screen::leave);
                screen) {
            screen.show(() -> reader.failure().isPresent());
        }
    }
}
