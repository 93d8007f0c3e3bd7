package khabar.cli.rules;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import khabar.app.Connection;
import khabar.app.WireFormats;
import khabar.app.text.LiveRules;
import khabar.app.text.TextCores;
import khabar.cli.flags.CommonOptions;
import khabar.language.TextCore;
import khabar.rules.PostedRule;
import khabar.rules.RuleForm;
import khabar.rules.RuleSet;
import khabar.rules.RuleTopic;
import khabar.schemas.Rule;
import khabar.settings.Settings;
import khabar.topics.WireFormat;

/** Where live rules are read, checked as the topology would, and written. */
final class RuleDesk implements AutoCloseable {
    private static final int FAILED = 1;

    private final CommonOptions common;
    private final Settings settings;
    private final WireFormat format;
    private final RuleTopic topic;
    private final SortedMap<String, PostedRule> posted;

    private RuleDesk(CommonOptions common, Settings settings) {
        this.common = common;
        this.settings = settings;
        format = WireFormats.of(settings);
        topic = new RuleTopic(Connection.from(settings).client(), format);
        posted = topic.read();
    }

    /** Reads the rules that are live; throws {@link khabar.app.UnreachableException} where no broker answers. */
    static RuleDesk open(CommonOptions common) {
        Settings settings = common.checkedSettings();
        Connection.from(settings).openAdmin().close();
        return new RuleDesk(common, settings);
    }

    /** The newest record of every id. */
    SortedMap<String, PostedRule> posted() {
        return posted;
    }

    /** The rule set that the topology makes of what is live now. */
    RuleSet ruleSet() {
        return RuleSet.of(TextCores.from(settings), wellFormed(posted.values()), LiveRules.ALERTS);
    }

    /**
     * Makes changes that leave every rule usable that was; otherwise says what is wrong and writes nothing.
     * An empty change takes the rule away. Answers the exit code.
     */
    int change(Map<String, Optional<Rule>> changes, boolean dryRun) {
        TextCore base = TextCores.from(settings);
        List<Rule> before = wellFormed(posted.values());
        SortedMap<String, Rule> after = new TreeMap<>();
        before.forEach(rule -> after.put(rule.getRuleId(), rule));
        Map<String, String> faults = new LinkedHashMap<>();
        changes.forEach((ruleId, rule) -> {
            after.remove(ruleId);
            rule.ifPresent(one -> RuleForm.fault(ruleId, one)
                    .ifPresentOrElse(fault -> faults.put(ruleId, fault), () -> after.put(ruleId, one)));
        });
        RuleSet made = RuleSet.of(base, after.values(), LiveRules.ALERTS);
        made.faults().forEach(faults::putIfAbsent);
        if (!changes.keySet().containsAll(faults.keySet())) {
            // What was bad already is nobody's fault now.
            RuleSet.of(base, before, LiveRules.ALERTS).faults().keySet().stream()
                    .filter(ruleId -> !changes.containsKey(ruleId))
                    .forEach(faults::remove);
        }
        if (!faults.isEmpty()) {
            return refuse(faults, changes);
        }
        if (!dryRun) {
            topic.write(changes, Clock.systemUTC());
        }
        report(changes, made, after.size(), dryRun);
        return 0;
    }

    private int refuse(Map<String, String> faults, Map<String, Optional<Rule>> changes) {
        new TreeMap<>(faults).forEach((ruleId, fault) -> {
            String whose = changes.containsKey(ruleId) ? "" : " (a live rule that would say nothing then)";
            common.surroundings().err().println("rule " + ruleId + ": " + fault + whose);
        });
        common.surroundings().err().println("nothing was written: the live rules stay as they are");
        return FAILED;
    }

    private void report(Map<String, Optional<Rule>> changes, RuleSet made, int live, boolean dryRun) {
        long put = changes.values().stream().filter(Optional::isPresent).count();
        common.surroundings()
                .out()
                .println((dryRun ? "would put=%d removed=%d live=%d rules=%s" : "put=%d removed=%d live=%d rules=%s")
                        .formatted(put, changes.size() - put, live, made.version()));
        if (!dryRun && !changes.isEmpty()) {
            common.tell("every instance takes it over within seconds; what is counted already stays: khabar reprocess");
        }
    }

    private static List<Rule> wellFormed(Collection<PostedRule> posted) {
        List<Rule> rules = new ArrayList<>();
        posted.forEach(one -> one.wellFormed().ifPresent(rules::add));
        return rules;
    }

    @Override
    public void close() {
        format.close();
    }
}
