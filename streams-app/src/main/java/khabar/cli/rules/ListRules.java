package khabar.cli.rules;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import khabar.cli.flags.CommonOptions;
import khabar.cli.flags.OptionGroup;
import khabar.cli.flags.TakesSettings;
import khabar.rules.PostedRule;
import khabar.rules.RuleSet;
import khabar.schemas.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what is live. */
@Command(
        name = "list",
        description = "One line for each live rule, and why a rule says nothing. Last, the version of the rule set.")
final class ListRules implements Callable<Integer>, TakesSettings {
    @Mixin
    private CommonOptions common;

    @Override
    public List<OptionGroup> optionGroups() {
        return List.of(OptionGroup.CONNECTION, OptionGroup.TEXT);
    }

    @Override
    public Integer call() {
        PrintStream out = common.surroundings().out();
        try (RuleDesk desk = RuleDesk.open(common)) {
            RuleSet rules = desk.ruleSet();
            Map<String, String> faults = rules.faults();
            for (PostedRule posted : desk.posted().values()) {
                out.println(line(posted));
                posted.formFault()
                        .or(() -> Optional.ofNullable(faults.get(posted.ruleId())))
                        .ifPresent(fault -> out.println("    says nothing: " + fault));
            }
            out.println("live=%d refused=%d rules=%s"
                    .formatted(desk.posted().size(), refused(desk, faults), rules.version()));
        }
        return 0;
    }

    private static long refused(RuleDesk desk, Map<String, String> faults) {
        return faults.size()
                + desk.posted().values().stream()
                        .filter(one -> one.formFault().isPresent())
                        .count();
    }

    private static String line(PostedRule posted) {
        Rule rule = posted.rule();
        if (rule == null) {
            return posted.ruleId() + "  unreadable";
        }
        String author = rule.getAuthor();
        return String.format(
                Locale.ROOT,
                "%s  %s  %s  lines %d%s",
                posted.ruleId(),
                Kind.wordOf(rule.getKind()),
                rule.getUpdatedAt(),
                rule.getBody().lines().count(),
                author == null ? "" : "  by " + author);
    }
}
