package khabar.app.text;

import java.util.List;
import java.util.Map;
import khabar.app.Connection;
import khabar.rules.AlertForm;
import khabar.rules.PostedRule;
import khabar.rules.RuleBook;
import khabar.rules.RuleSet;
import khabar.rules.RuleTopic;
import khabar.schemas.Rule;
import khabar.settings.Settings;
import khabar.topics.WireFormat;
import khabar.topology.alert.AlertRule;

/** Live rules over the text core that the settings want. */
public final class LiveRules {
    /** Whether the body of an alert can be used. */
    public static final AlertForm ALERTS = AlertRule::parse;

    private LiveRules() {}

    /** The rule book of one running instance. */
    public static RuleBook book(Settings settings) {
        return RuleBook.inBackground(TextCores.from(settings), ALERTS);
    }

    /** The rule set that a topology with these settings has by now. */
    public static RuleSet present(Settings settings, WireFormat format) {
        Map<String, PostedRule> posted = new RuleTopic(Connection.from(settings).client(), format).read();
        List<Rule> live = posted.values().stream()
                .flatMap(one -> one.wellFormed().stream())
                .toList();
        return RuleSet.of(TextCores.from(settings), live, ALERTS);
    }
}
