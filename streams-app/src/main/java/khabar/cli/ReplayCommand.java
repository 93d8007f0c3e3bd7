package khabar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import khabar.app.Connection;
import khabar.app.WireFormats;
import khabar.app.log.LogFormat;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.PlayOptions;
import khabar.cli.flags.TakesSettings;
import khabar.feed.Replay;
import khabar.feed.ReplayMeans;
import khabar.feed.ReplayOptions;
import khabar.feed.ReplaySummary;
import khabar.feed.pace.Ticker;
import khabar.feed.replay.DeliveryException;
import khabar.feed.replay.Progress;
import khabar.feed.show.ProgressLine;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import khabar.topics.SingleObjectFormat;
import khabar.topics.registry.RegistryException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a corpus onto news.articles as a feed. */
@Command(
        name = "replay",
        description = {
            "Play a corpus onto news.articles as a feed.",
            "Reads text files of the seed shape (## headline, lead, paragraphs), JSON Lines, JSON "
                    + "(ninjs or plain), CSV, RSS and Atom; directories, globs and - for standard input; gzip, "
                    + "zip and tar as they are. What cannot be used goes to news.rejected with its file, line "
                    + "and reason, and the rest goes on. Articles without a date get --start plus --interval "
                    + "times their place: the same in every run."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was sent, or as much as --max says",
            "1:Kafka or the schema registry does not answer or does not take what is sent; what was committed stays",
            "2:an option or a path cannot be used",
            "130:stopped by Ctrl-C; --resume goes on from there"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar replay seeds/                              the seed corpus, at once",
            "  khabar replay --speed 60x archive.jsonl.gz        an hour of news in a minute",
            "  khabar replay --rate 200/s --loop forever seeds/  a feed that never ends",
            "  khabar replay --map headline=titre --map body=texte --map published=jour news.csv",
            "  khabar replay --dry-run --json feed.xml           what would be sent; needs no Kafka",
            "  zcat old.gz | khabar replay --max 1000 -          standard input",
            "  khabar replay --resume archive.jsonl.gz           on from where the last run has come to",
            "",
            "Next: khabar consume news.articles, khabar consume news.rejected"
        })
final class ReplayCommand implements Callable<Integer>, TakesSettings {
    private static final int INTERRUPTED = 130;
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}\u200c@%+=:,./_-]+");

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, directories, globs, or - for standard input.")
    private List<String> paths = List.of();

    @Mixin
    private PlayOptions play = new PlayOptions();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Identity of this replay, under which its position is kept. Default: made from the paths.")
    private @Nullable String name;

    @Option(
            names = "--resume",
            description = "Go on from where the last run of this name has come to, without loss or repeat.")
    private boolean resume;

    @Option(names = "--dry-run", description = "Say what would be sent; needs no Kafka.")
    private boolean dryRun;

    @Option(
            names = "--json",
            description = "The summary as one JSON object; with --dry-run each record before it, one a line.")
    private boolean json;

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.CONNECTION, OptionGroup.CORPUS, OptionGroup.LOGGING);
    }

    @Override
    public Integer call() {
        Settings settings = common.checkedSettings();
        ReplayOptions options = options(settings);
        // Machines that read the log want nothing but objects in it.
        PrintStream shows = LogFormat.isJson()
                ? new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)
                : common.surroundings().err();
        ProgressLine progress = new ProgressLine(shows, common.surroundings().terminal());
        Replay replay = replay(settings, options, progress);
        if (!dryRun) {
            Connection.from(settings).openAdmin().close();
        }
        try (Interruption stop = Interruption.runs(replay::stop)) {
            ReplaySummary summary = replay.run();
            progress.end();
            return report(summary);
        } catch (DeliveryException | RegistryException failure) {
            progress.end();
            common.tell(String.valueOf(failure.getMessage()));
            common.tell("What was committed stays; to go on: " + resumeHint(options.name()));
            return Main.FAILED;
        }
    }

    private Replay replay(Settings settings, ReplayOptions options, ProgressLine line) {
        Progress progress = dryRun || common.quiet() ? Progress.NONE : line;
        PrintStream out = common.surroundings().out();
        Clock clock = Clock.systemUTC();
        if (dryRun) {
            if (!json && options.rounds() == ReplayOptions.FOREVER && options.max() == Long.MAX_VALUE) {
                throw new SettingException("loop", "forever", "an end, with --max or a number: a table has few rows");
            }
            ReplayMeans means =
                    new ReplayMeans(clock, Ticker.system(), System.in, SingleObjectFormat.compiledIn(), progress);
            return Replay.dry(options, out, json, means);
        }
        ReplayMeans means = new ReplayMeans(clock, Ticker.system(), System.in, WireFormats.of(settings), progress);
        return Replay.toKafka(options, Connection.from(settings).client(), means);
    }

    private int report(ReplaySummary summary) {
        PrintStream out = common.surroundings().out();
        out.println(json ? summary.json() : summary.text());
        out.flush();
        if (summary.stopped()) {
            common.tell("Stopped. To go on: " + resumeHint(summary.name()));
            return INTERRUPTED;
        }
        return 0;
    }

    /** The same command once more, as a shell takes it: with other options the rest would be read in another way. */
    private String resumeHint(String identity) {
        List<String> given = spec.commandLine().getParseResult().originalArgs();
        StringBuilder hint = new StringBuilder("khabar replay --resume --name " + identity);
        boolean named = false;
        for (String word : given.subList(given.indexOf(spec.name()) + 1, given.size())) {
            if (!named && !word.equals("--resume") && !word.equals("--name") && !word.startsWith("--name=")) {
                hint.append(' ').append(PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'");
            }
            named = word.equals("--name");
        }
        return hint.toString();
    }

    private ReplayOptions options(Settings settings) {
        String identity = name == null ? ReplayOptions.defaultName(paths) : checkedName(name);
        return play.options(identity, paths, resume, settings);
    }

    private static String checkedName(String given) {
        if (!given.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new SettingException("name", given, "at most 100 letters, digits, dots, dashes and underscores");
        }
        return given;
    }
}
