package khabar.topology.alert;

import java.util.List;
import java.util.Map;
import khabar.rules.RuleBook;
import khabar.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/** Prepares the alerts of the rule set in force, once for each set. Safe for many threads. */
public final class AlertBook {
    private final RuleBook rules;
    private volatile @Nullable Prepared prepared;

    /** The alerts of the given rules. */
    public AlertBook(RuleBook rules) {
        this.rules = rules;
    }

    private record Prepared(RuleSet from, AlertRules alerts) {}

    /** The alerts in force. */
    AlertRules current() {
        RuleSet now = rules.current();
        Prepared known = prepared;
        return known != null && known.from() == now ? known.alerts() : prepare();
    }

    /** Names of an entity by BCP 47 tag. */
    Map<String, String> entityNames(String entityId) {
        return rules.entityNames(entityId);
    }

    private synchronized AlertRules prepare() {
        RuleSet now = rules.current();
        Prepared known = prepared;
        if (known == null || known.from() != now) {
            List<AlertRule> alerts = now.alerts().stream()
                    .map(rule -> AlertRule.parse(rule.getRuleId(), rule.getBody()))
                    .toList();
            known = new Prepared(now, new AlertRules(alerts, now.core()));
            prepared = known;
        }
        return known.alerts();
    }
}
