package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import khabar.settings.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:9092",
                "kafka-1.news_room.example:19092",
                "[::1]:9092",
                "SASL_SSL://kafka-1:9093, kafka-2:9093"
            })
    void brokersAreHostsWithPorts(String brokers) {
        assertThat(Connection.BOOTSTRAP_SERVERS.parse(brokers)).isEqualTo(brokers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "foo", "foo:", ":9092", "foo:bar", "foo:0", "foo:70000", "a:1,", "a:1,b"})
    void whatHasNoPortIsRefused(String brokers) {
        assertThatThrownBy(() -> Connection.BOOTSTRAP_SERVERS.parse(brokers))
                .isInstanceOf(SettingException.class)
                .hasMessage("bootstrap.servers: " + brokers + " (expected: host:port, several separated by commas)");
    }

    @Test
    void whereNobodyListensIsSaidSoonerThanWhereSomebodyIsSilent() throws IOException {
        long nobody = secondsUntilUnreachable("127.0.0.1:1");
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            long somebody = secondsUntilUnreachable("127.0.0.1:" + silent.getLocalPort());
            assertThat(nobody).isLessThan(somebody);
        }
    }

    private static long secondsUntilUnreachable(String broker) {
        long started = System.nanoTime();
        assertThatThrownBy(() -> new Connection(broker, Map.of()).openAdmin())
                .isInstanceOf(UnreachableException.class)
                .hasMessageStartingWith("bootstrap.servers: " + broker + " (expected: a Kafka broker that answers;");
        return (System.nanoTime() - started) / 1_000_000_000;
    }
}
