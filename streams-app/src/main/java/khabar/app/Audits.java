package khabar.app;

import khabar.audit.Audit;
import khabar.audit.AuditOptions;
import khabar.audit.records.RecordAudit;
import khabar.language.TextCore;
import khabar.settings.Settings;
import khabar.topology.TopologyOptions;

/** Makes the audit of the application that the settings describe. */
public final class Audits {
    /** How many partitions the feed has does not matter to an audit. */
    private static final int ANY = 1;

    private Audits() {}

    /** An audit with the options that the topology has under the same settings. */
    public static Audit of(Settings settings, TextCore core) {
        return new Audit(
                options(settings),
                core,
                WireFormats.of(settings),
                settings.get(StreamsProperties.APPLICATION_ID),
                Connection.from(settings).client());
    }

    /** A check of every record, for a topology with the same settings. */
    public static RecordAudit ofRecords(Settings settings) {
        return new RecordAudit(
                options(settings),
                WireFormats.of(settings),
                Connection.from(settings).client());
    }

    private static AuditOptions options(Settings settings) {
        TopologyOptions topology = TopologyOptions.from(settings, ANY);
        return new AuditOptions(
                topology.windowSizes(),
                topology.horizon(),
                topology.futureSkew(),
                topology.maxArticleBytes(),
                topology.topEntities());
    }
}
