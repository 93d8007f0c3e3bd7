package khabar.app;

import java.util.List;
import khabar.settings.Setting;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import khabar.topics.PublishedSchemas;
import khabar.topics.SingleObjectFormat;
import khabar.topics.WireFormat;

/** Chooses the form of Avro values on the wire: the one place that knows whether there is a registry. */
public final class WireFormats {
    public static final Setting<String> SCHEMA_REGISTRY_URL = Setting.text(
            "schema.registry.url",
            "",
            "empty, or an http:// or https:// address",
            "Schema registry to use; empty for Avro single-object encoding with the schemas in news.schemas.");

    /** The options that the choice is made from. */
    public static final List<Setting<?>> ALL = List.of(SCHEMA_REGISTRY_URL);

    private WireFormats() {}

    /** The form of all values; reads {@code news.schemas} when it meets a schema that it does not know. */
    public static WireFormat of(Settings settings) {
        String registry = settings.get(SCHEMA_REGISTRY_URL);
        if (!registry.isEmpty()) {
            throw new SettingException(
                    SCHEMA_REGISTRY_URL.name(), registry, "empty: this build has no registry serdes");
        }
        return new SingleObjectFormat(
                new PublishedSchemas(Connection.from(settings).client()));
    }
}
