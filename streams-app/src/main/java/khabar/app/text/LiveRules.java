package khabar.app.text;

import khabar.rules.AlertForm;
import khabar.rules.RuleBook;
import khabar.settings.Settings;
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
}
