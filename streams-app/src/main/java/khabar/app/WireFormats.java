package khabar.app;

import java.net.URI;
import java.util.List;
import khabar.settings.Setting;
import khabar.settings.Settings;
import khabar.topics.PublishedSchemas;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import khabar.topics.registry.ConfluentFormat;
import khabar.topics.registry.SchemaRegistry;

/** Chooses the form of Avro values on the wire: the one place that knows whether there is a registry. */
public final class WireFormats {
    public static final Setting<String> SCHEMA_REGISTRY_URL = new Setting<>(
            "schema.registry.url",
            "",
            "empty, or an http:// or https:// address without a password",
            "Schema registry (Confluent's REST interface; of Apicurio http://host:port/apis/ccompat/v7) for the Confluent"
                    + " wire format; empty for Avro single-object encoding with the schemas in news.schemas.",
            WireFormats::address);

    /** The options that the choice is made from. */
    public static final List<Setting<?>> ALL = List.of(SCHEMA_REGISTRY_URL);

    private WireFormats() {}

    /** The form of all values; what it does not know yet it looks up in the registry, or in {@code news.schemas}. */
    public static WireFormat of(Settings settings) {
        SingleObjectFormat plain = new SingleObjectFormat(
                new PublishedSchemas(Connection.from(settings).client()));
        return hasRegistry(settings) ? new ConfluentFormat(registry(settings), plain) : plain;
    }

    /** Registers the schemas of all topics where there is a registry. */
    static void register(Settings settings) {
        if (hasRegistry(settings)) {
            new ConfluentFormat(registry(settings), SingleObjectFormat.compiledIn()).register(Topics.AVRO);
        }
    }

    private static boolean hasRegistry(Settings settings) {
        return !settings.get(SCHEMA_REGISTRY_URL).isEmpty();
    }

    private static SchemaRegistry registry(Settings settings) {
        return new SchemaRegistry(URI.create(settings.get(SCHEMA_REGISTRY_URL)));
    }

    private static String address(String text) {
        URI address = URI.create(text);
        boolean usable = List.of("http", "https").contains(String.valueOf(address.getScheme()))
                && address.getHost() != null
                && address.getUserInfo() == null;
        if (!text.isEmpty() && !usable) {
            throw new IllegalArgumentException("no address");
        }
        return text;
    }
}
