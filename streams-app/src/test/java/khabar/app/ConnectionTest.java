package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
    void whereNobodyListensIsSaidWithinSeconds() {
        long started = System.nanoTime();
        assertThatThrownBy(() -> new Connection("127.0.0.1:1", Map.of()).openAdmin())
                .isInstanceOf(UnreachableException.class)
                .hasMessageStartingWith("bootstrap.servers: 127.0.0.1:1 (expected: a Kafka broker that answers;");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(12));
    }
}
