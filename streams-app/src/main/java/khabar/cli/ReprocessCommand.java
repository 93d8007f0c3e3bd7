package khabar.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import khabar.app.Connection;
import khabar.app.WireFormats;
import khabar.app.text.LiveRules;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.cli.reprocess.RuleDiff;
import khabar.feed.reprocess.Choice;
import khabar.feed.reprocess.Reprocess;
import khabar.feed.reprocess.StaleArticles;
import khabar.feed.show.Counted;
import khabar.rules.RuleSet;
import khabar.settings.Durations;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import khabar.topics.WireFormat;
import khabar.topology.TopologyOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Enriches articles again with the present rules. */
@Command(
        name = "reprocess",
        description = {
            "Enrich articles again with the present rules, beside the live feed.",
            "What an article said before is taken back in its windows, and what it says now is added; "
                    + "counts stay exact at every moment. Articles that are up to date are passed over, so a "
                    + "run that was stopped is started again and goes on."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every chosen article is up to date, or --diff has shown what would change",
            "1:some are not, and the topology made no progress for as long as --wait",
            "2:an option cannot be used",
            "130:stopped by Ctrl-C; start it again to go on"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar reprocess --since 7d --diff         what would change, changing nothing",
            "  khabar reprocess --since 2026-11-01        from that day on, in UTC",
            "  khabar reprocess --since 30d --uri urn:news:17",
            "",
            "Give it the text options that the topology runs with. Next: khabar audit"
        })
final class ReprocessCommand implements Callable<Integer>, TakesSettings {
    private static final int INTERRUPTED = 130;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--since",
            required = true,
            paramLabel = "TIME",
            description = "Articles published from then on: 7d, 2026-11-01 or 2026-11-01T06:00:00Z.")
    private String since = "";

    @Option(names = "--until", paramLabel = "TIME", description = "Articles published before then. Default: no end")
    private @Nullable String until;

    @Option(names = "--uri", paramLabel = "URI", description = "Only these articles; may be given several times.")
    private List<String> uris = List.of();

    @Option(names = "--diff", description = "Show what would change, and change nothing.")
    private boolean diff;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "5",
            description = "With --diff, how many changed articles to show. Default: ${DEFAULT-VALUE}")
    private int sample;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "How long to wait for a topology that makes no progress. Default: ${DEFAULT-VALUE}")
    private Duration patience = Duration.ZERO;

    private final AtomicBoolean stopped = new AtomicBoolean();

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.CONNECTION, OptionGroup.TOPOLOGY, OptionGroup.TEXT);
    }

    @Override
    public Integer call() {
        Settings settings = common.checkedSettings();
        Instant now = Instant.now();
        Instant start = time("--since", since, now);
        Instant end = until == null ? null : time("--until", until, now);
        if (end != null && !end.isAfter(start)) {
            throw new SettingException("--until", String.valueOf(until), "later than --since " + since);
        }
        if (sample < 0) {
            throw new SettingException("--sample", Integer.toString(sample), "0 or more");
        }
        Map<String, Object> client = Connection.from(settings).client();
        Connection.from(settings).openAdmin().close();
        try (WireFormat format = WireFormats.of(settings)) {
            RuleSet rules = LiveRules.present(settings, format);
            Duration horizon = diff ? Duration.ofDays(365_000) : settings.get(TopologyOptions.HORIZON);
            Choice choice = new Choice(rules.version(), start, end, new HashSet<>(uris), horizon);
            Reprocess reprocess = new Reprocess(client, format, patience, this::show);
            try (StaleArticles stale = new StaleArticles(choice, client, format);
                    Interruption stop = Interruption.runs(() -> {
                        stopped.set(true);
                        reprocess.stop();
                    })) {
                stale.readToEnd(stopped::get);
                return diff ? showDifference(stale, rules) : bringUpToDate(stale, rules, reprocess);
            }
        }
    }

    private int showDifference(StaleArticles stale, RuleSet rules) {
        RuleDiff difference = new RuleDiff(rules.core(), sample);
        stale.each(difference::add, stopped::get);
        difference.print(common.surroundings().out());
        return stopped.get() ? INTERRUPTED : 0;
    }

    private int bringUpToDate(StaleArticles stale, RuleSet rules, Reprocess reprocess) {
        if (stale.beyondHorizon() > 0) {
            common.tell(Counted.of(stale.beyondHorizon(), "article is", "articles are") + " older than "
                    + TopologyOptions.HORIZON.name() + " allows, and nothing changes there");
        }
        Reprocess.Outcome outcome = reprocess.run(stale, rules.version());
        endProgress();
        common.surroundings()
                .out()
                .println("stale=%d done=%d sent=%d rules=%s"
                        .formatted(outcome.chosen(), outcome.done(), outcome.sent(), rules.version()));
        if (stopped.get()) {
            return INTERRUPTED;
        }
        if (outcome.done() < outcome.chosen()) {
            common.tell(Counted.of(outcome.chosen() - outcome.done(), "article is", "articles are")
                    + " not up to date after "
                    + Durations.iso(patience) + " without progress (expected: khabar run, with the same text options;"
                    + " refusals are on news.rejected)");
            return Main.FAILED;
        }
        return 0;
    }

    private void show(long done, long total, long sent) {
        if (!common.quiet() && common.surroundings().terminal()) {
            common.surroundings()
                    .err()
                    .print(String.format(
                            Locale.ROOT,
                            "\r%,d of %s up to date, %,d sent ",
                            done,
                            Counted.of(total, "article"),
                            sent));
            common.surroundings().err().flush();
        }
    }

    private void endProgress() {
        if (!common.quiet() && common.surroundings().terminal()) {
            common.surroundings().err().println();
        }
    }

    private static Instant time(String option, String text, Instant now) {
        try {
            if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text.matches("\\d{4}-.*") ? Instant.parse(text) : now.minus(Durations.parse(text));
        } catch (DateTimeParseException | IllegalArgumentException wrong) {
            throw new SettingException(option, text, "7d, 2026-11-01 or 2026-11-01T06:00:00Z");
        }
    }
}
