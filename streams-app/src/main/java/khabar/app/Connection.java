package khabar.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    /** For a broker that somebody starts at the same time. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** For a broker that takes connections, but is busy with its start. */
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(10);

    private static final int CONNECT_MILLIS = 500;
    /** As Kafka reads it: maybe with a protocol, and an IPv6 address in brackets. */
    private static final Pattern BROKER =
            Pattern.compile("(?:[A-Za-z0-9._%-]+://)?\\[?([A-Za-z0-9._%:-]+?)\\]?:([0-9]{1,5})");

    /** Options whose name starts with this go to every client, without it. */
    public static final String PASSED_ON = "kafka.";

    public static final Setting<String> BOOTSTRAP_SERVERS = new Setting<>(
            "bootstrap.servers",
            "localhost:9092",
            "host:port, several separated by commas",
            "Brokers to connect to first; the others are learnt from them.",
            Connection::brokers);

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
            awaitAnswer(admin.describeCluster().clusterId());
            return admin;
        } catch (ExecutionException | TimeoutException unanswered) {
            admin.close(Duration.ZERO);
            throw new UnreachableException(bootstrapServers, rootOf(unanswered));
        } catch (InterruptedException interrupted) {
            admin.close(Duration.ZERO);
            throw new InterruptException(interrupted);
        }
    }

    private void awaitAnswer(Future<?> answer) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException unanswered) {
            if (addresses(bootstrapServers).noneMatch(Connection::takesConnections)) {
                throw unanswered;
            }
            answer.get(LONG_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static boolean takesConnections(InetSocketAddress broker) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(broker.getHostString(), broker.getPort()), CONNECT_MILLIS);
            return true;
        } catch (IOException nobodyListens) {
            return false;
        }
    }

    private static String brokers(String text) {
        if (addresses(text).anyMatch(broker -> broker.getPort() < 1)) {
            throw new IllegalArgumentException("no port");
        }
        return text;
    }

    /** Of brokers as they are written, without asking for the addresses of their names. */
    private static Stream<InetSocketAddress> addresses(String text) {
        return Arrays.stream(text.split(",", -1)).map(one -> {
            Matcher form = BROKER.matcher(one.strip());
            if (!form.matches()) {
                throw new IllegalArgumentException("not host:port");
            }
            return InetSocketAddress.createUnresolved(form.group(1), Integer.parseInt(form.group(2)));
        });
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
