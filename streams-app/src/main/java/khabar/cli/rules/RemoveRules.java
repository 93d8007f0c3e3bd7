package khabar.cli.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.schemas.Rule;
import khabar.settings.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes rules away. */
@Command(
        name = "remove",
        description = {
            "Take live rules away, all or none. Refused where another live rule needs one of them.",
            "What is shipped is taken away by a rule that says drop: see docs/rules.md."
        })
final class RemoveRules implements Callable<Integer>, TakesSettings {
    @Mixin
    private CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Their ids: khabar rules list")
    private List<String> ruleIds = List.of();

    @Option(names = "--dry-run", description = "Check it, and write nothing.")
    private boolean dryRun;

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.CONNECTION, OptionGroup.TEXT);
    }

    @Override
    public Integer call() {
        try (RuleDesk desk = RuleDesk.open(common)) {
            Map<String, Optional<Rule>> changes = new TreeMap<>();
            for (String ruleId : ruleIds) {
                if (!desk.posted().containsKey(ruleId)) {
                    throw new SettingException("ID", ruleId, "a live rule: khabar rules list");
                }
                changes.put(ruleId, Optional.empty());
            }
            return desk.change(changes, dryRun);
        }
    }
}
