package khabar.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import khabar.settings.Setting;
import khabar.settings.Settings;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The way to the Kafka cluster.
 *
 * @param bootstrapServers brokers to ask first
 * @param more whatever else every client is to know, as Kafka names it: {@code security.protocol}
 */
public record Connection(String bootstrapServers, Map<String, String> more) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Options whose name starts with this go to every client, without it. */
    public static final String PASSED_ON = "kafka.";

    public static final Setting<String> BOOTSTRAP_SERVERS = Setting.text(
            "bootstrap.servers",
            "localhost:9092",
            "host:port, several separated by commas",
            "Brokers to connect to first; the others are learnt from them.");

    /** The options that this record is made from. */
    public static final List<Setting<?>> ALL = List.of(BOOTSTRAP_SERVERS);

    public Connection {
        more = Map.copyOf(more);
    }

    /** Reads the options. */
    public static Connection from(Settings settings) {
        return new Connection(settings.get(BOOTSTRAP_SERVERS), settings.startingWith(PASSED_ON));
    }

    /** What every client starts from. */
    public Map<String, Object> client() {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return properties;
    }

    /** An administrator's client, once a broker has answered it; throws {@link UnreachableException} where none does. */
    public Admin openAdmin() {
        Admin admin;
        try {
            admin = Admin.create(client());
        } catch (KafkaException invalid) {
            throw new UnreachableException(bootstrapServers, rootOf(invalid));
        }
        try {
            admin.describeCluster().clusterId().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return admin;
        } catch (ExecutionException | TimeoutException unanswered) {
            admin.close(Duration.ZERO);
            throw new UnreachableException(bootstrapServers, rootOf(unanswered));
        } catch (InterruptedException interrupted) {
            admin.close(Duration.ZERO);
            throw new InterruptException(interrupted);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
