package khabar.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import khabar.cli.demo.ThrowAwayFolder;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.cli.torture.Fault;
import khabar.cli.torture.RoundResult;
import khabar.cli.torture.Torture;
import khabar.cli.torture.TorturePlan;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kills, freezes and starves the program while it works, and checks every record afterwards. */
@Command(
        name = "torture",
        description = {
            "Kill, freeze and starve the program while it works, and check every record afterwards.",
            "Each round replays a made-up history (corrections, cancels, withheld revisions, "
                    + "duplicates, disorder, late and too late articles) onto a broker of its own, while faults "
                    + "strike at random moments. Broker, topology and replay are processes; they use free ports "
                    + "on loopback and a folder of their own. Then everything is recounted, and the feed and "
                    + "every output are read record by record.",
            "",
            "Faults:",
            "  kill     kill -9 of the topology, started again with its state or without; strikes in " + "every round",
            "  freeze   an instance stands still, another takes over, then it wakes up as a zombie",
            "  broker   kill -9 of the broker, started again with its data",
            "  replay   kill -9 of the replay, resumed, twice",
            "  rescale  a second and a third instance join, one leaves, one is killed",
            "  disk     the disk of the state is full for a while (as root on Linux; else the next)",
            "  state    the state folder cannot be written",
            "  clock    the wall clock of the topology leaps ahead by hours, and back by more",
            "  silence  one partition of the feed falls silent while the others go on"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every record of every round is right",
            "1:something is wrong: it is named, and the data of its round are kept",
            "2:an option cannot be used",
            "130:stopped by Ctrl-C; nothing is left running"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar torture --rounds 3",
            "  khabar torture --rounds 30 --seed 7",
            "  khabar torture --rounds 1 --seed 12 --keep     round 6 of the run before once more, data kept",
            "  khabar torture --faults freeze,broker --articles 2000",
            "",
            "The last line counts: rounds=N kills=… restarts=… articles=… revisions=… records=… mismatches=0"
        })
final class TortureCommand implements Callable<Integer>, TakesSettings {
    private static final int INTERRUPTED = 130;
    private static final int LEAST_ARTICLES = 10;

    @Mixin
    private CommonOptions common;

    @Option(names = "--rounds", paramLabel = "N", description = "How many rounds. Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = {
                "What histories, faults and moments are drawn from. Default: any, and told.",
                "Round k of seed S is round 1 of seed S+k-1."
            })
    private @Nullable Long seed;

    @Option(
            names = "--articles",
            paramLabel = "N",
            description = "Articles a round, each with its revisions. Default: ${DEFAULT-VALUE}.")
    private int articles = 300;

    @Option(
            names = "--faults",
            paramLabel = "FAULT",
            split = ",",
            description = "What may strike, separated by commas. Default: everything.")
    private List<String> faults = new ArrayList<>();

    @Option(names = "--keep", description = "Keep data and logs also where nothing is wrong.")
    private boolean keep;

    @Option(names = "--show", paramLabel = "N", description = "How many mismatches to name. Default: ${DEFAULT-VALUE}.")
    private int show = 20;

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.TOPICS, OptionGroup.TOPOLOGY, OptionGroup.PROCESSING);
    }

    @Override
    public Integer call() throws Exception {
        requireBroker();
        long drawn = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
        atLeast("rounds", rounds, 1);
        atLeast("articles", articles, LEAST_ARTICLES);
        atLeast("show", show, 0);
        List<Fault> mayStrike = chosen();
        Settings settings = common.checkedSettings();
        // Made last, so that a wrong option leaves none behind.
        Path folder = Files.createTempDirectory("khabar-torture-");
        TorturePlan plan = new TorturePlan(settings, rounds, drawn, articles, mayStrike, folder, common::tell);
        common.tell("seed " + drawn + ", data in " + folder + " (Ctrl-C stops)");
        // An interrupted process must not end before its processes have, nor before their data are gone.
        try (Interruption stop = Interruption.runs(Thread.currentThread()::interrupt)) {
            return run(plan);
        }
    }

    private int run(TorturePlan plan) throws Exception {
        int code = Main.FAILED;
        try (Torture torture = new Torture(plan)) {
            code = run(torture);
        } finally {
            if (code == Main.FAILED || keep) {
                common.tell("data kept in " + plan.folder());
            } else {
                ThrowAwayFolder.delete(plan.folder());
            }
        }
        return code;
    }

    private int run(Torture torture) throws Exception {
        try {
            RoundResult total = torture.run();
            sumUp(torture);
            return total.mismatches().isEmpty() ? 0 : Main.FAILED;
        } catch (InterruptedException | InterruptException stopped) {
            // Kafka sets the mark again; what is closed now must be waited for.
            Thread.interrupted();
            sumUp(torture);
            common.tell("stopped before the end");
            return INTERRUPTED;
        }
    }

    private void sumUp(Torture torture) {
        PrintStream out = common.surroundings().out();
        RoundResult total = torture.total();
        total.mismatches().stream().limit(show).forEach(out::println);
        int unnamed = total.mismatches().size() - show;
        if (unnamed > 0) {
            out.println("… and " + unnamed + " more (--show N)");
        }
        out.printf(
                Locale.ROOT,
                "rounds=%d kills=%d restarts=%d articles=%d revisions=%d records=%d mismatches=%d%n",
                torture.rounds(),
                total.kills(),
                total.restarts(),
                total.articles(),
                total.revisions(),
                total.records(),
                total.mismatches().size());
    }

    private List<Fault> chosen() {
        if (faults.isEmpty()) {
            return List.of(Fault.values());
        }
        List<String> known = Arrays.stream(Fault.values()).map(Fault::word).toList();
        for (String fault : faults) {
            if (!known.contains(fault)) {
                throw new SettingException("faults", fault, "of " + String.join(", ", known));
            }
        }
        return Arrays.stream(Fault.values())
                .filter(fault -> faults.contains(fault.word()))
                .toList();
    }

    private static int atLeast(String option, int value, int least) {
        if (value < least) {
            throw new SettingException(option, Integer.toString(value), least + " or more");
        }
        return value;
    }

    private static void requireBroker() {
        try {
            Class.forName("khabar.broker.EmbeddedBroker");
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(
                    "broker: not in this distribution (expected: a checkout, where ./khabar brings one along)",
                    missing);
        }
    }
}
