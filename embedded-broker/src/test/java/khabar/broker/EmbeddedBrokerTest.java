package khabar.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running broker does for its clients, and against a second broker in its place; one broker for all. */
final class EmbeddedBrokerTest {
    private static final int SIXTY_FOUR_MIB = 64 * 1024 * 1024;
    private static final int CONNECT_MILLIS = 1_000;

    @TempDir
    static Path temporary;

    private static EmbeddedBroker broker;
    private static Clients clients;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(BrokerOptions.persistent(temporary.resolve("data"), BrokerOptions.ANY_PORT)
                .with("log.cleaner.backoff.ms", "100"));
        clients = Clients.of(broker);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void whatIsSentIsRead() throws Exception {
        clients.createTopic("sent", Map.of());

        clients.send("sent", "a", "\u062E\u0628\u0631");
        clients.send("sent", "b", "news");

        assertThat(clients.valuesIn("sent")).containsExactly("\u062E\u0628\u0631", "news");
    }

    @Test
    void aCommittedTransactionIsReadAndAnAbortedOneIsNot() throws Exception {
        clients.createTopic("transactions", Map.of());

        try (Producer<String, String> producer = clients.stringProducer(Map.of("transactional.id", "replay"))) {
            producer.initTransactions();
            sendInTransaction(producer, "aborted");
            producer.abortTransaction();
            sendInTransaction(producer, "committed");
            producer.commitTransaction();
        }

        assertThat(clients.valuesIn("transactions")).containsExactly("committed");
    }

    @Test
    void aRecordOf64MibGoesThroughUnchanged() throws Exception {
        clients.createTopic("large", Map.of());
        byte[] article = new byte[SIXTY_FOUR_MIB];
        new Random(64).nextBytes(article);

        try (Producer<byte[], byte[]> producer = clients.largeProducer()) {
            producer.send(new ProducerRecord<>("large", article)).get(60, TimeUnit.SECONDS);
        }

        assertThat(clients.bytesIn("large"))
                .singleElement()
                .satisfies(record -> assertThat(record.value()).isEqualTo(article));
    }

    @Test
    void aCompactedTopicLosesItsOldValues() throws Exception {
        clients.createTopic(
                "compacted",
                Map.of("cleanup.policy", "compact", "segment.ms", "50", "min.cleanable.dirty.ratio", "0.01"));
        clients.send("compacted", "Q649", "old");
        clients.send("compacted", "Q649", "new");

        // The newest segment is never cleaned: each round adds one, until the cleaner has met the old value.
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    clients.send("compacted", "another", "record");
                    assertThat(clients.valuesIn("compacted")).contains("new").doesNotContain("old");
                });
    }

    @Test
    void noAddressButLoopbackAnswers() throws Exception {
        for (InetAddress address : addressesOfThisMachine()) {
            assertThatThrownBy(() -> connect(address, broker.port()))
                    .as("connecting to %s", address)
                    .isInstanceOf(IOException.class);
        }
        connect(InetAddress.getLoopbackAddress(), broker.port());
    }

    @Test
    void itsPortIsRefusedToASecondBroker() {
        Path elsewhere = temporary.resolve("elsewhere");

        assertThatThrownBy(() -> EmbeddedBroker.start(BrokerOptions.persistent(elsewhere, broker.port())))
                .isInstanceOf(BrokerStartException.class)
                .hasMessage("port: " + broker.port() + " is in use (expected: a free port, or 0 for any)");
        assertThat(elsewhere).doesNotExist();
        assertThat(LiveThreads.brokers()).isOne();
    }

    @Test
    void itsDirectoryIsRefusedToASecondBroker() throws Exception {
        Path sameByAnotherName = Files.createSymbolicLink(temporary.resolve("link"), broker.dataDirectory());

        for (Path path : List.of(broker.dataDirectory(), sameByAnotherName)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(BrokerOptions.persistent(path, BrokerOptions.ANY_PORT)))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessage("dataDirectory: " + path + " is in use by the broker of process "
                            + ProcessHandle.current().pid() + " (expected: a directory of its own for each broker)");
        }
        assertThat(LiveThreads.brokers()).isOne();
    }

    private static void sendInTransaction(Producer<String, String> producer, String value) throws Exception {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("transactions", "key", value)).get(30, TimeUnit.SECONDS);
    }

    private static List<InetAddress> addressesOfThisMachine() throws IOException {
        InetAddress anotherLoopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        List<InetAddress> ofInterfaces = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !LoopbackSockets.HOST.equals(address.getHostAddress()))
                .toList();
        return Stream.concat(Stream.of(anotherLoopback), ofInterfaces.stream()).toList();
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
        }
    }
}
