package khabar.topology.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.rules.RuleBook;
import khabar.rules.RuleSet;
import khabar.schemas.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the alerts of every rule set, before it comes into force and in the thread that makes it: with
 * many rules that takes longer than articles should wait. Safe for many threads.
 */
public final class AlertBook {
    private final RuleBook rules;
    /** What was read of bodies, so that a change of one rule reads one. */
    private Map<String, Read> read = Map.of();

    private volatile @Nullable Prepared newest;
    private volatile @Nullable Prepared before;

    /** The alerts of the given rules. */
    public AlertBook(RuleBook rules) {
        this.rules = rules;
        rules.prepareEachWith(this::prepare);
    }

    private record Prepared(RuleSet from, AlertRules alerts) {}

    private record Read(String body, AlertRule rule) {}

    /** The alerts in force. */
    AlertRules current() {
        RuleSet now = rules.current();
        Prepared last = newest;
        if (last != null && last.from() == now) {
            return last.alerts();
        }
        Prepared earlier = before;
        return earlier != null && earlier.from() == now ? earlier.alerts() : prepare(now);
    }

    /** Names of an entity by BCP 47 tag. */
    Map<String, String> entityNames(String entityId) {
        return rules.entityNames(entityId);
    }

    private synchronized AlertRules prepare(RuleSet set) {
        Prepared last = newest;
        if (last != null && last.from() == set) {
            return last.alerts();
        }
        Map<String, Read> now = new HashMap<>();
        List<AlertRule> alerts = new ArrayList<>();
        for (Rule rule : set.alerts()) {
            Read known = read.get(rule.getRuleId());
            if (known == null || !known.body().equals(rule.getBody())) {
                known = new Read(rule.getBody(), AlertRule.parse(rule.getRuleId(), rule.getBody()));
            }
            now.put(rule.getRuleId(), known);
            alerts.add(known.rule());
        }
        read = now;
        AlertRules prepared = new AlertRules(alerts, set.core());
        before = last;
        newest = new Prepared(set, prepared);
        return prepared;
    }
}
