package khabar.cli.rules;

import java.util.List;
import java.util.concurrent.Callable;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.rules.PostedRule;
import khabar.settings.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes live rules down. */
@Command(
        name = "export",
        description = {
            "Live rules as JSON, one object a line, in the form that import reads.",
            "What no rule can be read from is left out and named on standard error."
        })
final class ExportRules implements Callable<Integer>, TakesSettings {
    @Mixin
    private CommonOptions common;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Only these. Default: all.")
    private List<String> ruleIds = List.of();

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.CONNECTION);
    }

    @Override
    public Integer call() {
        try (RuleDesk desk = RuleDesk.open(common)) {
            for (String ruleId : ruleIds) {
                if (!desk.posted().containsKey(ruleId)) {
                    throw new SettingException("ID", ruleId, "a live rule: khabar rules list");
                }
            }
            for (PostedRule posted : desk.posted().values()) {
                if (!ruleIds.isEmpty() && !ruleIds.contains(posted.ruleId())) {
                    continue;
                }
                posted.wellFormed()
                        .ifPresentOrElse(
                                rule -> common.surroundings().out().println(RuleText.json(rule)),
                                () -> common.tell("rule " + posted.ruleId() + ": left out, "
                                        + posted.formFault().orElse("")));
            }
        }
        return 0;
    }
}
