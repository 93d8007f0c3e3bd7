package khabar.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What one embedded broker needs to know.
 *
 * @param dataDirectory where its data lives; made if missing, and otherwise empty or left by an earlier broker of ours
 * @param port port on loopback, 0 for any free one
 * @param deletedAtClose true if the data directory is new and goes away when the broker closes
 * @param overrides Kafka broker settings that win over ours, by their Kafka names; places, ports and roles stay ours
 */
public record BrokerOptions(Path dataDirectory, int port, boolean deletedAtClose, Map<String, String> overrides) {
    /** Port number that asks for any free port. */
    public static final int ANY_PORT = 0;

    /** Takes its own copy of the overrides. */
    public BrokerOptions {
        overrides = Map.copyOf(overrides);
    }

    /** A broker on any free port whose data, in the folder for temporary files, goes away when it closes. */
    public static BrokerOptions throwAway() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "khabar-broker-" + UUID.randomUUID());
        return new BrokerOptions(temporary, ANY_PORT, true, Map.of());
    }

    /** A broker that keeps its data in the given directory and continues with what is there. */
    public static BrokerOptions persistent(Path dataDirectory, int port) {
        return new BrokerOptions(dataDirectory, port, false, Map.of());
    }

    /** The same broker on the given port. */
    public BrokerOptions onPort(int newPort) {
        return new BrokerOptions(dataDirectory, newPort, deletedAtClose, overrides);
    }

    /** The same broker with one more Kafka setting of the caller's. */
    public BrokerOptions with(String setting, String value) {
        Map<String, String> more = new HashMap<>(overrides);
        more.put(setting, value);
        return new BrokerOptions(dataDirectory, port, deletedAtClose, more);
    }
}
