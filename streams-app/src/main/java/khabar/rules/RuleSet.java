package khabar.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import khabar.language.TextCore;
import khabar.language.TextCoreBuilder;
import khabar.language.rule.BadLine;
import khabar.language.rule.RuleFile;
import khabar.schemas.Rule;
import khabar.schemas.RuleKind;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force at one moment. Depends on what is shipped and on the set of live rules alone, not on
 * the order in which they came: they are read in the order of their ids. A rule that cannot be used says
 * nothing, as a whole, and the others are as if it were not there. Immutable and safe for many threads.
 */
public final class RuleSet {
    private final TextCore core;
    private final List<Rule> alerts;
    private final SortedMap<String, String> faults;

    private RuleSet(TextCore core, List<Rule> alerts, SortedMap<String, String> faults) {
        this.core = core;
        this.alerts = List.copyOf(alerts);
        this.faults = faults;
    }

    /** The rules of the given core alone. */
    public static RuleSet of(TextCore base) {
        return new RuleSet(base, List.of(), new TreeMap<>());
    }

    /** The rules of the given core and, beside them, the live ones, of which every id may occur once. */
    public static RuleSet of(TextCore base, Collection<Rule> live, AlertForm alertForm) {
        SortedMap<String, Rule> usable = new TreeMap<>();
        SortedMap<String, String> faults = new TreeMap<>();
        for (Rule rule : live) {
            faultAlone(rule, alertForm)
                    .ifPresentOrElse(
                            fault -> faults.put(rule.getRuleId(), fault), () -> usable.put(rule.getRuleId(), rule));
        }
        TextCore core = core(base, usable, faults);
        List<Rule> alerts = usable.values().stream().filter(RuleSet::isAlert).toList();
        return new RuleSet(core, alerts, faults);
    }

    /** What finds subjects and mentions under these rules. */
    public TextCore core() {
        return core;
    }

    /** The alerts, by their ids. */
    public List<Rule> alerts() {
        return alerts;
    }

    /** Identifies the text core: what is shipped, and the live names and subject rules. Equal versions enrich alike. */
    public String version() {
        return core.ruleSetVersion();
    }

    /** Why rules say nothing, by their ids. */
    public Map<String, String> faults() {
        return Map.copyOf(faults);
    }

    private static Optional<String> faultAlone(Rule rule, AlertForm alertForm) {
        Optional<String> fault = RuleForm.fault(rule.getRuleId(), rule);
        if (fault.isPresent() || !isAlert(rule)) {
            return fault;
        }
        try {
            alertForm.check(rule.getRuleId(), rule.getBody());
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        } catch (RuntimeException unforeseen) {
            return Optional.of("body: " + unforeseen + " (expected: an alert)");
        }
    }

    /** Builds with what is usable; what turns out not to be moves over to the faults, until nothing does. */
    private static TextCore core(TextCore base, SortedMap<String, Rule> usable, SortedMap<String, String> faults) {
        while (true) {
            if (usable.values().stream().allMatch(RuleSet::isAlert)) {
                return base;
            }
            List<BadLine> bad = new ArrayList<>();
            TextCore core = tryBuild(base, usable, bad);
            if (core != null && bad.isEmpty()) {
                return core;
            }
            Map<String, List<BadLine>> byRule = bad.stream().collect(Collectors.groupingBy(BadLine::file));
            byRule.forEach((ruleId, lines) -> faults.put(ruleId, reasons(lines)));
            usable.keySet().removeAll(byRule.keySet());
        }
    }

    /** Null where a rule breaks the building altogether, which then is among the bad lines. */
    private static @Nullable TextCore tryBuild(TextCore base, SortedMap<String, Rule> usable, List<BadLine> bad) {
        try {
            return build(base, usable.values(), bad);
        } catch (RuntimeException unforeseen) {
            bad.clear();
            usable.forEach((ruleId, rule) -> {
                try {
                    build(base, List.of(rule), new ArrayList<>());
                } catch (RuntimeException its) {
                    bad.add(new BadLine(ruleId, 0, its + " (expected: lines that can be read)"));
                }
            });
            if (bad.isEmpty()) {
                throw unforeseen;
            }
            return null;
        }
    }

    private static TextCore build(TextCore base, Collection<Rule> rules, List<BadLine> bad) {
        TextCoreBuilder builder = base.toBuilder().leaveOutBadLines(bad::add);
        for (Rule rule : rules) {
            RuleFile file =
                    new RuleFile(rule.getRuleId(), rule.getBody().lines().toList());
            if (rule.getKind() == RuleKind.GAZETTEER_ENTRY) {
                builder.gazetteer(file);
            } else if (rule.getKind() == RuleKind.SUBJECT_RULE) {
                builder.subjectRules(file);
            }
        }
        return builder.build();
    }

    private static String reasons(List<BadLine> lines) {
        return lines.stream()
                .map(line -> "line " + line.line() + ": " + line.reason())
                .collect(Collectors.joining("; "));
    }

    private static boolean isAlert(Rule rule) {
        return rule.getKind() == RuleKind.ALERT;
    }
}
