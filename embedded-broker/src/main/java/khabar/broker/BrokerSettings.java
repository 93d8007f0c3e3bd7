package khabar.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.config.ConfigException;

/** Kafka's settings for a lone broker on a laptop: the places and roles, then ours, then the caller's overrides. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String CLIENT_LISTENER = "PLAINTEXT";
    private static final int MIB = 1024 * 1024;

    /** A 64 MiB article leaves room for what enriching adds to it. */
    private static final int LARGEST_RECORD_BATCH = 96 * MIB;

    /** What makes this broker ours; another value would break the address, the lock or the data directory. */
    private static final Set<String> FIXED = Set.of(
            "process.roles",
            "node.id",
            "broker.id",
            "listeners",
            "advertised.listeners",
            "listener.security.protocol.map",
            "controller.listener.names",
            "inter.broker.listener.name",
            "security.inter.broker.protocol",
            "controller.quorum.voters",
            "controller.quorum.bootstrap.servers",
            "log.dir",
            "log.dirs",
            "metadata.log.dir");

    private BrokerSettings() {}

    static KafkaConfig of(Path dataDirectory, LoopbackSockets sockets, Map<String, String> overrides) {
        overrides.keySet().forEach(BrokerSettings::check);
        Properties settings = new Properties();
        settings.putAll(placesAndRoles(dataDirectory, sockets));
        settings.putAll(oneNode());
        settings.putAll(sizes());
        settings.putAll(quickAndSmall());
        settings.putAll(overrides);
        try {
            return KafkaConfig.fromProps(settings, false);
        } catch (ConfigException | IllegalArgumentException e) {
            throw BrokerStartException.of("overrides", e.getMessage(), "settings that Kafka accepts", e);
        }
    }

    private static void check(String setting) {
        if (FIXED.contains(setting)) {
            throw BrokerStartException.of("overrides", setting, "no setting that the embedded broker decides itself");
        }
        if (!KafkaConfig.configDef().names().contains(setting)) {
            throw BrokerStartException.of("overrides", setting, "the name of a Kafka broker setting");
        }
    }

    private static Map<String, String> placesAndRoles(Path dataDirectory, LoopbackSockets sockets) {
        String clients = CLIENT_LISTENER + "://" + LoopbackSockets.HOST + ":" + sockets.clientPort();
        String controller = LoopbackSockets.HOST + ":" + sockets.controllerPort();
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE_ID),
                "listeners",
                clients + "," + CONTROLLER_LISTENER + "://" + controller,
                "advertised.listeners",
                clients,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "inter.broker.listener.name",
                CLIENT_LISTENER,
                // Static, since the controller's port is another one at each start.
                "controller.quorum.voters",
                NODE_ID + "@" + controller,
                "log.dirs",
                dataDirectory.toString());
    }

    private static Map<String, String> oneNode() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                // A topic is made on purpose, with its settings, never by a misspelt name.
                "auto.create.topics.enable", "false",
                // The place of a replay that rests for more than Kafka's week must still be known: a year.
                "offsets.retention.minutes", "525600");
    }

    private static Map<String, String> sizes() {
        return Map.of(
                "message.max.bytes", String.valueOf(LARGEST_RECORD_BATCH),
                "replica.fetch.max.bytes", String.valueOf(LARGEST_RECORD_BATCH),
                // A request carries one such batch and its own fields; Kafka's limit is 100 MiB.
                "socket.request.max.bytes", String.valueOf(LARGEST_RECORD_BATCH + 32 * MIB),
                // Kafka takes 128 MiB of heap at start. 8 MiB still tells 300,000 keys apart in one cleaning.
                "log.cleaner.dedupe.buffer.size", String.valueOf(8 * MIB),
                "log.cleaner.io.buffer.size", String.valueOf(MIB / 4));
    }

    private static Map<String, String> quickAndSmall() {
        return Map.ofEntries(
                // Kafka waits 3 s for more members of a new group; ours come when they come.
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("group.streams.initial.rebalance.delay.ms", "0"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("group.coordinator.threads", "1"),
                Map.entry("share.coordinator.threads", "1"),
                Map.entry("num.recovery.threads.per.data.dir", "1"),
                // Twice a second Kafka writes a record that says nothing; a lone node needs none.
                Map.entry("metadata.max.idle.interval.ms", "10000"),
                // No JMX beans for a broker that lives inside another program.
                Map.entry("metric.reporters", ""));
    }
}
