package khabar.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import khabar.app.WatchedApp;
import khabar.cli.demo.Demo;
import khabar.cli.demo.DemoPlan;
import khabar.cli.demo.Report;
import khabar.cli.demo.Summary;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.PlayOptions;
import khabar.cli.flags.Surroundings;
import khabar.cli.flags.TakesSettings;
import khabar.cli.watch.ChangeLine;
import khabar.cli.watch.Changes;
import khabar.cli.watch.order.LineOrder;
import khabar.cli.watch.screen.Screen;
import khabar.cli.watch.screen.ScreenOptions;
import khabar.feed.corpus.Corpus;
import khabar.query.live.Snapshot;
import khabar.settings.Settings;
import khabar.web.WebOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the whole path in one process, with nothing set up and nothing left behind. */
@Command(
        name = "demo",
        description = {
            "Show the whole path in one process: a broker, the topology, a replay, a web page and a live table.",
            "Nothing needs to be set up, and nothing stays. Without a PATH the seed articles are replayed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; with --once every count was audited and nothing was lost",
            "1:the audit found a mismatch, something was lost, or a part failed",
            "2:an option or a path cannot be used",
            "130:stopped by Ctrl-C before the end of --once"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar demo",
            "  khabar demo --once                      stop when the corpus is through, print what was found",
            "  khabar demo --once --json | jq .audit",
            "  khabar demo --loop forever --rate 5/s   a feed that never ends",
            "  khabar demo --port 0 --speed 600x archive.jsonl.gz",
            "",
            "Next: khabar broker, khabar run and khabar replay do the same as separate processes"
        })
final class DemoCommand implements Callable<Integer>, TakesSettings {
    private static final int INTERRUPTED = 130;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int MOST_ARTICLES = 1_000;

    @Mixin
    private CommonOptions common;

    @Mixin
    private PlayOptions play;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files, directories, globs, or - for standard input.")
    private List<String> paths = List.of();

    @Option(names = "--once", description = "Stop when the corpus is through and all windows that are over are closed.")
    private boolean once;

    @Option(names = "--json", description = "One JSON object: with --once the summary, else one for each change.")
    private boolean json;

    @Option(names = "--plain", description = "One line for each change, also on a terminal.")
    private boolean plain;

    private final AtomicBoolean screenIsOpen = new AtomicBoolean();

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.WEB, OptionGroup.TOPOLOGY, OptionGroup.TEXT, OptionGroup.LOGGING);
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = DemoPlan.settings(common.checkedSettings());
        List<String> corpus = paths.isEmpty() ? List.of(seeds()) : paths;
        // A path that does not exist, or a port that is taken, is said before a broker is started for it.
        Corpus.of(corpus);
        WatchedApp.check(WebOptions.from(settings));
        DemoPlan plan = new DemoPlan(settings, play.options("demo", corpus, false, settings), once, this::tell);
        Demo demo = new Demo(plan);
        // Closed from right to left: an interrupted process must not end before the demo has cleaned up.
        try (Interruption stop = Interruption.runs(demo::stop);
                demo) {
            return run(demo);
        }
    }

    private int run(Demo demo) throws Exception {
        demo.start();
        if (demo.isStopped()) {
            common.tell("stopped before the end");
            return INTERRUPTED;
        }
        common.tell("page on " + demo.address() + ", Kafka on " + demo.bootstrapServers());
        if (once) {
            return sumUp(demo);
        }
        if (plain || json || !common.surroundings().terminal()) {
            printChanges(demo);
        } else {
            show(demo);
        }
        String trouble = demo.trouble();
        if (!trouble.isEmpty()) {
            common.tell("stopped by a failure: " + trouble);
        }
        return trouble.isEmpty() ? 0 : Main.FAILED;
    }

    private int sumUp(Demo demo) throws Exception {
        Optional<Summary> summary = demo.settle();
        if (summary.isEmpty()) {
            String trouble = demo.trouble();
            common.tell(trouble.isEmpty() ? "stopped before the end" : "stopped by a failure: " + trouble);
            return trouble.isEmpty() ? INTERRUPTED : Main.FAILED;
        }
        PrintStream out = common.surroundings().out();
        if (json) {
            out.println(summary.get().json());
        } else {
            Report.print(summary.get(), out);
        }
        return summary.get().ok() ? 0 : Main.FAILED;
    }

    private void show(Demo demo) throws Exception {
        Surroundings around = common.surroundings();
        ScreenOptions options = new ScreenOptions(
                Optional.empty(),
                List.of("page on " + demo.address()),
                around.colour(),
                LineOrder.of("auto", around.environment()).order(),
                demo::lag);
        try (Screen screen = Screen.open(demo.view(), options)) {
            screenIsOpen.set(true);
            screen.show(demo::isOver);
        } finally {
            screenIsOpen.set(false);
        }
    }

    private void printChanges(Demo demo) throws InterruptedException {
        PrintStream out = common.surroundings().out();
        @Nullable Snapshot before = null;
        while (!demo.isOver() && !out.checkError()) {
            Snapshot now = demo.view().snapshot(Optional.empty(), MOST_ARTICLES);
            Changes.between(before, now)
                    .forEach(change -> out.println(json ? change.toString() : ChangeLine.of(change)));
            before = now;
            demo.view().awaitChange(now.change(), PAUSE);
        }
    }

    private void tell(String message) {
        if (!screenIsOpen.get()) {
            common.tell(message);
        }
    }

    /** The seed articles of the checkout that this was started from, or of the current folder. */
    private String seeds() {
        Path beside = Path.of(System.getProperty("khabar.home", ""), "seeds");
        return Files.isDirectory(beside)
                ? beside.toString()
                : common.surroundings().folder().resolve("seeds").toString();
    }
}
