package khabar.it;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;

/**
 * Three Kafka brokers in containers, which keep everything three times and take a write when two have it.
 * Each keeps its port and its data when it is killed and started again.
 */
final class ThreeBrokers implements AutoCloseable {
    private static final int COUNT = 3;
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);

    private final Network network = Network.newNetwork();
    private final List<Integer> ports = freePorts();
    private final List<GenericContainer<?>> brokers =
            IntStream.range(0, COUNT).mapToObj(this::broker).toList();

    static ThreeBrokers start() {
        ThreeBrokers three = new ThreeBrokers();
        Startables.deepStart(three.brokers).join();
        return three;
    }

    String bootstrapServers() {
        return ports.stream().map(port -> "localhost:" + port).collect(Collectors.joining(","));
    }

    /** SIGKILL. */
    void kill(int number) {
        GenericContainer<?> broker = brokers.get(number);
        broker.getDockerClient().killContainerCmd(broker.getContainerId()).exec();
    }

    /** The same broker again, with what it had written. */
    void startAgain(int number) {
        GenericContainer<?> broker = brokers.get(number);
        broker.getDockerClient().startContainerCmd(broker.getContainerId()).exec();
    }

    @Override
    public void close() {
        brokers.forEach(GenericContainer::stop);
        network.close();
    }

    private GenericContainer<?> broker(int number) {
        GenericContainer<?> broker = new GenericContainer<>(DockerImageName.parse("apache/kafka:4.3.1"))
                .withNetwork(network)
                .withNetworkAliases(name(number))
                .withEnv(settings(number))
                .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1).withStartupTimeout(STARTS_WITHIN));
        // A port that the engine chooses is another one after a restart.
        broker.setPortBindings(List.of("127.0.0.1:" + ports.get(number) + ":9092"));
        return broker;
    }

    private Map<String, String> settings(int number) {
        String voters = IntStream.range(0, COUNT)
                .mapToObj(one -> one + "@" + name(one) + ":9093")
                .collect(Collectors.joining(","));
        return Map.ofEntries(
                entry("CLUSTER_ID", "5L6g3nShT-eMCtK--X86sw"),
                entry("KAFKA_NODE_ID", Integer.toString(number)),
                entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                entry("KAFKA_CONTROLLER_QUORUM_VOTERS", voters),
                entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                entry("KAFKA_LISTENERS", "INSIDE://:19092,OUTSIDE://:9092,CONTROLLER://:9093"),
                entry(
                        "KAFKA_ADVERTISED_LISTENERS",
                        "INSIDE://" + name(number) + ":19092,OUTSIDE://localhost:" + ports.get(number)),
                entry(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "INSIDE:PLAINTEXT,OUTSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                entry("KAFKA_INTER_BROKER_LISTENER_NAME", "INSIDE"),
                entry("KAFKA_LOG_DIRS", "/var/lib/kafka/data"),
                entry("KAFKA_DEFAULT_REPLICATION_FACTOR", "3"),
                entry("KAFKA_MIN_INSYNC_REPLICAS", "2"),
                // Three times fifty partitions each would take longer to open than the whole test.
                entry("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "3"),
                entry("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "3"),
                // A third of the defaults: so soon it is noticed that one is gone.
                entry("KAFKA_BROKER_SESSION_TIMEOUT_MS", "3000"),
                entry("KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "700"),
                entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                entry("KAFKA_HEAP_OPTS", "-Xmx384m"),
                entry("KAFKA_JVM_PERFORMANCE_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"));
    }

    private static String name(int number) {
        return "broker-" + number;
    }

    private static List<Integer> freePorts() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < COUNT; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            held.forEach(ThreeBrokers::release);
        }
    }

    private static void release(ServerSocket held) {
        try {
            held.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
