package khabar.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import khabar.app.Connection;
import khabar.app.WireFormats;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.cli.watch.ChangeLine;
import khabar.cli.watch.Changes;
import khabar.cli.watch.Screen;
import khabar.cli.watch.Table;
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

/** Shows top entities and subjects, rates and the newest headlines, as they change. */
@Command(
        name = "watch",
        description = {
            "Show top entities and subjects, rates and the newest headlines, as they change. Needs Kafka, nothing else.",
            "On a terminal a table that is drawn again; into a pipe one line for each change, fields between tabs."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar watch",
            "  khabar watch --window PT1H",
            "  khabar watch --once                        the table as it stands",
            "  khabar watch --json | jq 'select(.change == \"entity\")'",
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

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.CONNECTION);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = common.checkedSettings();
        Optional<Duration> size = size(settings);
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
                show(news.view(), reader, size);
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
            ONCE.lines(snapshot, Set.of()).stream()
                    .map(AttributedString::toString)
                    .forEach(out::println);
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

    private void show(LiveView view, OutputReader reader, Optional<Duration> size) throws IOException {
        Screen screen = Screen.open(view, size, List.of());
        // Closed from right to left: an interrupted process must not end before the terminal is given back.
        try (Interruption stop = Interruption.runs(screen::leave);
                screen) {
            screen.show(() -> reader.failure().isPresent());
        }
    }
}
