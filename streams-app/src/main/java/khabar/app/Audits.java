package khabar.app;

import khabar.audit.ArticleLimits;
import khabar.audit.Audit;
import khabar.audit.AuditOptions;
import khabar.audit.duplicate.DuplicateRules;
import khabar.audit.pair.PairRules;
import khabar.audit.records.RecordAudit;
import khabar.audit.trend.TrendRules;
import khabar.language.TextCore;
import khabar.settings.Settings;
import khabar.topology.TopologyOptions;
import khabar.topology.limit.Limits;
import khabar.topology.trend.TrendOptions;

/** Makes the audit of the application that the settings describe. */
public final class Audits {
    /** How many partitions the feed has an audit finds out by itself. */
    private static final int ANY = 1;

    private Audits() {}

    /** An audit with the options that the topology has under the same settings. */
    public static Audit of(Settings settings, TextCore core) {
        return new Audit(
                options(TopologyOptions.from(settings, ANY)),
                core,
                WireFormats.of(settings),
                settings.get(StreamsProperties.APPLICATION_ID),
                Connection.from(settings).client());
    }

    /** A check of every record, for a topology with the same settings. */
    public static RecordAudit ofRecords(Settings settings) {
        return new RecordAudit(
                options(TopologyOptions.from(settings, ANY)),
                WireFormats.of(settings),
                Connection.from(settings).client());
    }

    /** What an audit must know of the options of the topology. */
    public static AuditOptions options(TopologyOptions topology) {
        TrendOptions trends = topology.trends();
        return new AuditOptions(
                topology.windowSizes(),
                topology.horizon(),
                topology.futureSkew(),
                topology.maxArticleBytes(),
                limits(topology.limits()),
                topology.topEntities(),
                new DuplicateRules(
                        topology.duplicates().sketcher(),
                        topology.duplicates().likeness(),
                        topology.duplicates().window()),
                new TrendRules(
                        trends.halfLife(),
                        trends.beta(),
                        trends.enterArticles(),
                        trends.enterSources(),
                        trends.enterScore(),
                        trends.leaveScore()),
                new PairRules(
                        topology.pairs().windowSizes(),
                        topology.pairs().entityCap(),
                        topology.pairs().leastArticles()));
    }

    private static ArticleLimits limits(Limits limits) {
        return new ArticleLimits(
                limits.fieldBytes(), limits.headers(), limits.headerBytes(), limits.mentions(), limits.subjects());
    }
}
