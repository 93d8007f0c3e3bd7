package khabar.app;

import static org.assertj.core.api.Assertions.assertThatCode;

import khabar.settings.Settings;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StreamsPropertiesTest {
    @ParameterizedTest
    @ValueSource(strings = {"10ms", "100ms", "1s", "9s", "30s", "10m"})
    void aTransactionOutlivesEveryCommitInterval(String interval) {
        Settings settings = Settings.defaults()
                .with(Connection.BOOTSTRAP_SERVERS, "localhost:9092")
                .with(StreamsProperties.COMMIT_INTERVAL, interval);

        assertThatCode(() -> new StreamsConfig(StreamsProperties.from(settings)))
                .as("Kafka Streams compares the two")
                .doesNotThrowAnyException();
    }
}
