package khabar.cli.rules;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.rules.PostedRule;
import khabar.schemas.Rule;
import khabar.settings.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts many rules in place at once. */
@Command(
        name = "import",
        description = {
            "Put many rules in place, all or none, from JSON with one object a line: ruleId, kind, body, author.",
            "Rules that are live in the same words already are not written again."
        })
final class ImportRules implements Callable<Integer>, TakesSettings {
    @Mixin
    private CommonOptions common;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "The rules; - for standard input. Default: ${DEFAULT-VALUE}")
    private String file;

    @Option(names = "--replace", description = "Take live rules away that are not in the file.")
    private boolean replace;

    @Option(names = "--dry-run", description = "Check them, and write nothing.")
    private boolean dryRun;

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.CONNECTION, OptionGroup.TEXT);
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Optional<Rule>> changes =
                parse(RuleText.read(common.surroundings().folder(), file));
        try (RuleDesk desk = RuleDesk.open(common)) {
            for (PostedRule posted : desk.posted().values()) {
                String ruleId = posted.ruleId();
                Optional<Rule> fresh = changes.getOrDefault(ruleId, Optional.empty());
                if (fresh.isPresent() && saysTheSame(fresh.get(), posted)) {
                    changes.remove(ruleId);
                } else if (replace && !changes.containsKey(ruleId)) {
                    changes.put(ruleId, Optional.empty());
                }
            }
            return desk.change(changes, dryRun);
        }
    }

    private Map<String, Optional<Rule>> parse(String text) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Optional<Rule>> rules = new TreeMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                try {
                    Rule rule = RuleText.parse(line, now);
                    if (rules.put(rule.getRuleId(), Optional.of(rule)) != null) {
                        throw new IllegalArgumentException("ruleId: " + rule.getRuleId() + " (expected: once)");
                    }
                } catch (IllegalArgumentException wrong) {
                    throw SettingException.at(file + ":" + number, String.valueOf(wrong.getMessage()));
                }
            }
        }
        return rules;
    }

    private static boolean saysTheSame(Rule fresh, PostedRule posted) {
        return posted.wellFormed()
                .filter(live ->
                        live.getKind() == fresh.getKind() && live.getBody().equals(fresh.getBody()))
                .isPresent();
    }
}
