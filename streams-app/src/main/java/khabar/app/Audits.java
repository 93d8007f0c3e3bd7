package khabar.app;

import khabar.audit.Audit;
import khabar.audit.AuditOptions;
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
        TopologyOptions topology = TopologyOptions.from(settings, ANY);
        AuditOptions options = new AuditOptions(
                topology.windowSizes(),
                topology.horizon(),
                topology.futureSkew(),
                topology.maxArticleBytes(),
                topology.topEntities());
        return new Audit(
                options,
                core,
                WireFormats.of(settings),
                settings.get(StreamsProperties.APPLICATION_ID),
                Connection.from(settings).client());
    }
}
