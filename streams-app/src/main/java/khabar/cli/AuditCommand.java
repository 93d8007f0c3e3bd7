package khabar.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import khabar.app.Audits;
import khabar.app.Connection;
import khabar.app.text.TextCores;
import khabar.audit.AuditReport;
import khabar.audit.Mismatch;
import khabar.audit.records.Flaw;
import khabar.audit.records.RecordReport;
import khabar.audit.rules.Trust;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.feed.show.Counted;
import khabar.settings.Durations;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recounts everything from the feed and compares it with what was published. */
@Command(
        name = "audit",
        description = {
            "Recount everything from news.articles and compare it with what was published, key by key.",
            "The recount is a plain program of its own. Exit code 0: all agree. 1: the keys that differ are named.",
            "Give it the options that the topology runs with: window sizes, horizon, limits, names and rules."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  khabar audit",
            "  khabar audit --wait 2m --json | jq .mismatches",
            "  khabar audit --records                  after a test: each record, not only the newest of a key",
            "",
            "Audit a feed that stands still: one that moves on is never caught up."
        })
final class AuditCommand implements Callable<Integer>, TakesSettings {
    @Mixin
    private CommonOptions common;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "30s",
            converter = DurationConverter.class,
            description = "How long to wait for a topology that is not done yet. Default: ${DEFAULT-VALUE}.")
    private Duration patience = Duration.ZERO;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many differing keys to name; --json names all. Default: ${DEFAULT-VALUE}.")
    private int show;

    @Option(
            names = "--records",
            description = "Also check every record of the outputs, not only the newest of each key: panes "
                    + "without gap or repeat, revisions in the order of the law, each count a value "
                    + "that the feed can have led to. For topics of which nothing was compacted or "
                    + "deleted yet; holds a line for each pane in memory.")
    private boolean records;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.CONNECTION, OptionGroup.TOPOLOGY, OptionGroup.TEXT, OptionGroup.PROCESSING);
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException, JsonProcessingException {
        if (show < 0) {
            throw new SettingException("--show", Integer.toString(show), "0 or more");
        }
        Settings settings = common.checkedSettings();
        // Says clearly who does not answer, before clients wait in silence.
        Connection.from(settings).openAdmin().close();
        AuditReport report = Audits.of(settings, TextCores.from(settings)).run(patience, Clock.systemUTC());
        RecordReport checked = records ? Audits.ofRecords(settings).run(Instant.MIN) : null;
        if (json) {
            Map<String, Object> map = asMap(report);
            if (checked != null) {
                map.put("records", asMap(checked));
            }
            common.surroundings().out().println(new ObjectMapper().writeValueAsString(map));
        } else {
            print(report);
            if (checked != null) {
                print(checked);
            }
        }
        return report.ok() && (checked == null || checked.ok()) ? 0 : Main.FAILED;
    }

    private void print(AuditReport report) {
        report.mismatches().stream()
                .limit(show)
                .forEach(mismatch -> common.surroundings().out().println(mismatch));
        int unnamed = report.mismatches().size() - show;
        if (unnamed > 0) {
            common.surroundings().out().println("… and " + unnamed + " more (--show N, --json)");
        }
        if (report.lag() > 0) {
            common.tell("the topology is " + Counted.of(report.lag(), "record") + " behind after "
                    + Durations.iso(patience) + " (expected: 0; is khabar run running? --wait gives it longer)");
        }
        tell(report.trust());
        common.surroundings()
                .out()
                .println(("audit=%s read=%d accepted=%d refused=%d dead-letters=%d articles=%d keys=%d mismatches=%d"
                                + (report.trust().equals(Trust.NONE) ? "" : " on-trust=%d unknown-rules=%d"))
                        .formatted(
                                report.ok() ? "ok" : "failed",
                                report.read(),
                                report.accepted(),
                                report.refused(),
                                report.deadLetters(),
                                report.revisions(),
                                report.keys(),
                                report.mismatches().size(),
                                report.trust().articles(),
                                report.trust().unknown()));
    }

    private void tell(Trust trust) {
        if (trust.articles() > 0) {
            common.tell(Counted.of(trust.articles(), "article was", "articles were")
                    + " enriched under rules that are gone: what is said there was taken from"
                    + " news.enriched as it stands (bring them up to date: khabar reprocess --since " + trust.earliest()
                    + ")");
        }
        if (trust.unknown() > 0) {
            common.tell(Counted.of(trust.unknown(), "article does", "articles do")
                    + " not tell the rules any more, and the count is under those of today");
        }
    }

    private void print(RecordReport report) {
        report.flaws().stream()
                .limit(show)
                .forEach(flaw -> common.surroundings().out().println(flaw));
        int unnamed = report.flaws().size() - show;
        if (unnamed > 0) {
            common.surroundings().out().println("… and " + unnamed + " more (--show N, --json)");
        }
        common.surroundings()
                .out()
                .println("records=%s read=%d keys=%d panes=%d followed=%d open=%d flaws=%d"
                        .formatted(
                                report.ok() ? "ok" : "failed",
                                report.records(),
                                report.keys(),
                                report.panes(),
                                report.followed(),
                                report.open(),
                                report.flaws().size()));
    }

    private static Map<String, Object> asMap(RecordReport report) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("read", report.records());
        map.put("keys", report.keys());
        map.put("panes", report.panes());
        map.put("followed", report.followed());
        map.put("open", report.open());
        map.put("flaws", report.flaws().stream().map(Flaw::toString).toList());
        return map;
    }

    private static Map<String, Object> asMap(AuditReport report) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("audit", report.ok() ? "ok" : "failed");
        map.put("read", report.read());
        map.put("accepted", report.accepted());
        map.put("refused", report.refused());
        map.put("deadLetters", report.deadLetters());
        map.put("articles", report.revisions());
        map.put("keys", report.keys());
        map.put("lag", report.lag());
        map.put("onTrust", report.trust().articles());
        map.put("unknownRules", report.trust().unknown());
        map.put(
                "mismatches",
                report.mismatches().stream().map(AuditCommand::asMap).toList());
        return map;
    }

    private static Map<String, String> asMap(Mismatch mismatch) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("topic", mismatch.topic());
        map.put("key", mismatch.key());
        map.put("expected", mismatch.expected());
        map.put("published", mismatch.published());
        return map;
    }
}
