package khabar.cli;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import khabar.app.Connection;
import khabar.app.WireFormats;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.feed.redrive.Redrive;
import khabar.feed.redrive.Redriven;
import khabar.feed.redrive.Wish;
import khabar.feed.show.Counted;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import khabar.topics.WireFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends what was refused or failed through again. */
@Command(
        name = "redrive",
        description = {
            "Send what was refused or failed through again, each record once: a second run passes "
                    + "over what the first has sent.",
            "Where the cause is still there it comes back and says how often it was redriven; such a "
                    + "record is left alone unless --again. Receipts are on news.redriven."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that could be sent was sent, maybe nothing",
            "1:Kafka did not take it; what was committed before stays",
            "2:an option cannot be used",
            "130:stopped by Ctrl-C; start it again to go on"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar redrive --from dead-letters --dry-run",
            "  khabar redrive --from rejected --reason TOO_LARGE --max 100",
            "  khabar redrive --from rejected --uri urn:news:17 --again",
            "",
            "Next: khabar consume news.rejected --follow, khabar audit"
        })
final class RedriveCommand implements Callable<Integer>, TakesSettings {
    private static final int INTERRUPTED = 130;
    private static final int SHOWN = 20;
    private static final String REJECTED = "rejected";
    private static final String DEAD_LETTERS = "dead-letters";

    @Mixin
    private CommonOptions common;

    @Option(names = "--from", required = true, paramLabel = "TOPIC", description = "rejected or dead-letters")
    private String from = "";

    @Option(
            names = "--reason",
            paramLabel = "CODE",
            description =
                    "Only refusals for this reason, or dead letters of this exception; may be given several times.")
    private List<String> reasons = List.of();

    @Option(names = "--uri", paramLabel = "URI", description = "Only records of this key; may be given several times.")
    private List<String> uris = List.of();

    @Option(names = "--max", paramLabel = "N", description = "Send at most so many.")
    private long max = Long.MAX_VALUE;

    @Option(names = "--again", description = "Also send what was sent before and came back.")
    private boolean again;

    @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
    private boolean dryRun;

    private final AtomicBoolean stopped = new AtomicBoolean();

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.CONNECTION);
    }

    @Override
    public Integer call() {
        if (!Set.of(REJECTED, DEAD_LETTERS).contains(from)) {
            throw new SettingException("--from", from, "rejected or dead-letters");
        }
        if (max < 1) {
            throw new SettingException("--max", Long.toString(max), "a whole number above 0");
        }
        Settings settings = common.checkedSettings();
        Connection.from(settings).openAdmin().close();
        Wish wish = new Wish(new LinkedHashSet<>(reasons), new LinkedHashSet<>(uris), max, again, dryRun);
        try (WireFormat format = WireFormats.of(settings)) {
            Redrive redrive = new Redrive(Connection.from(settings).client(), format, Clock.systemUTC());
            try (Interruption stop = Interruption.runs(() -> {
                stopped.set(true);
                redrive.stop();
            })) {
                Redriven redriven = from.equals(REJECTED)
                        ? redrive.rejected(wish, this::hear)
                        : redrive.deadLetters(wish, this::hear);
                report(redriven);
                return stopped.get() ? INTERRUPTED : 0;
            }
        }
    }

    private void hear(String line) {
        if (dryRun || common.verbose()) {
            common.surroundings().out().println(line);
        }
    }

    private void report(Redriven redriven) {
        redriven.stuck().entrySet().stream()
                .limit(SHOWN)
                .forEach(entry -> common.tell(entry.getValue() + " cannot be sent: " + entry.getKey()));
        if (redriven.stuck().size() > SHOWN) {
            common.tell("… and for " + Counted.of(redriven.stuck().size() - SHOWN, "more reason"));
        }
        if (redriven.cameBack() > 0) {
            common.tell(Counted.of(redriven.cameBack(), "was", "were")
                    + " sent before and came back (--again sends it once more)");
        }
        long stuck =
                redriven.stuck().values().stream().mapToLong(Long::longValue).sum();
        common.surroundings()
                .out()
                .println((dryRun ? "would send=%d" : "sent=%d").formatted(redriven.sent())
                        + " sent-before=%d came-back=%d cannot=%d"
                                .formatted(redriven.before(), redriven.cameBack(), stuck));
    }
}
