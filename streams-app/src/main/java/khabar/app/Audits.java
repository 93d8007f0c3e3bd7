package khabar.app;

import khabar.audit.Audit;
import khabar.audit.AuditOptions;
import khabar.audit.trend.TrendRules;
import khabar.language.TextCore;
import khabar.settings.Settings;
import khabar.topology.TopologyOptions;
import khabar.topology.trend.TrendOptions;

/** Makes the audit of the application that the settings describe. */
public final class Audits {
    private Audits() {}

    /** An audit with the options that the topology has under the same settings. */
    public static Audit of(Settings settings, TextCore core) {
        return new Audit(
                // How many partitions the feed has the audit finds out by itself.
                options(TopologyOptions.from(settings, 1)),
                core,
                WireFormats.of(settings),
                settings.get(StreamsProperties.APPLICATION_ID),
                Connection.from(settings).client());
    }

    /** What the audit must know of the options of the topology. */
    public static AuditOptions options(TopologyOptions topology) {
        TrendOptions trends = topology.trends();
        return new AuditOptions(
                topology.windowSizes(),
                topology.horizon(),
                topology.futureSkew(),
                topology.maxArticleBytes(),
                topology.topEntities(),
                new TrendRules(
                        trends.halfLife(),
                        trends.beta(),
                        trends.enterArticles(),
                        trends.enterSources(),
                        trends.enterScore(),
                        trends.leaveScore()));
    }
}
