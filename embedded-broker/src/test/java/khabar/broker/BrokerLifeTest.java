package khabar.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one start of a broker to the next, and to its end. */
final class BrokerLifeTest {
    /** Longer than Kafka lets a broker wait for its registration: who waits for the dead one's session fails. */
    private static final String LONG_SESSION =
            String.valueOf(Duration.ofMinutes(3).toMillis());

    private static final String KAFKA_IS_WRITING_IT = ".tmp";

    @TempDir
    Path temporary;

    @AfterEach
    void noThreadIsLeft() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(LiveThreads.ofBrokers()).isEmpty());
    }

    @Test
    void aSecondStartOnTheDirectoryContinuesWithItsRecords() throws Exception {
        BrokerOptions options = BrokerOptions.persistent(temporary.resolve("deep/data"), BrokerOptions.ANY_PORT);
        int port;
        try (EmbeddedBroker first = EmbeddedBroker.start(options)) {
            port = first.port();
            Clients clients = Clients.of(first);
            clients.createTopic("kept", Map.of());
            clients.send("kept", "a", "from the first life");
        }

        try (EmbeddedBroker second = EmbeddedBroker.start(options.onPort(port))) {
            Clients clients = Clients.of(second);
            clients.send("kept", "a", "from the second");

            assertThat(second.port()).isEqualTo(port);
            assertThat(clients.valuesIn("kept")).containsExactly("from the first life", "from the second");
        }
    }

    @Test
    void aKilledBrokersDirectoryIsTakenOverAtOnce() throws Exception {
        Path asKilled = temporary.resolve("copy");
        BrokerOptions options = BrokerOptions.persistent(temporary.resolve("data"), BrokerOptions.ANY_PORT);
        try (EmbeddedBroker running = EmbeddedBroker.start(options)) {
            Clients clients = Clients.of(running);
            clients.createTopic("kept", Map.of());
            clients.send("kept", "a", "before the kill");
            copy(running.dataDirectory(), asKilled);
        }

        BrokerOptions patient = BrokerOptions.persistent(asKilled, BrokerOptions.ANY_PORT)
                .with("broker.session.timeout.ms", LONG_SESSION);
        try (EmbeddedBroker next = EmbeddedBroker.start(patient)) {
            Clients clients = Clients.of(next);
            clients.send("kept", "a", "after it");

            assertThat(clients.valuesIn("kept")).containsExactly("before the kill", "after it");
        }
    }

    @Test
    void aDirectoryLeftHalfFormattedIsFormattedAgain() throws Exception {
        BrokerOptions options = BrokerOptions.persistent(temporary, BrokerOptions.ANY_PORT);
        Files.createFile(temporary.resolve(DirectoryLock.FILE));
        Files.writeString(temporary.resolve(DataDirectory.HALF_FORMATTED), "cut off");

        try (EmbeddedBroker broker = EmbeddedBroker.start(options)) {
            Clients.of(broker).createTopic("works", Map.of());

            assertThat(Clients.of(broker).valuesIn("works")).isEmpty();
        }
    }

    @Test
    void aThrowAwayBrokerLeavesNothingBehind() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.throwAway());
        Path data = broker.dataDirectory();
        Clients.of(broker).createTopic("gone", Map.of());
        assertThat(data).isDirectoryContaining(path -> path.endsWith("gone-0"));

        broker.close();
        broker.close();

        assertThat(data).doesNotExist();
        assertThat(LiveThreads.ofBrokers()).isEmpty();
        new ServerSocket(broker.port(), 1, InetAddress.getLoopbackAddress()).close();
        assertThat(broker.failure()).isNotDone();
    }

    @Test
    void aLostDiskFailsTheBrokerAndNotTheProcess() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.throwAway())) {
            deleteTree(broker.dataDirectory());

            Clients.of(broker).createTopic("nowhere", Map.of());

            assertThat(broker.failure().get(30, TimeUnit.SECONDS)).hasMessageContaining("Kafka gave up");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.filter(file -> !file.toString().endsWith(KAFKA_IS_WRITING_IT))
                    .toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(root)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
