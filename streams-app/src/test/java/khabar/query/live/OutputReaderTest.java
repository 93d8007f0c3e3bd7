package khabar.query.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import khabar.SharedBroker;
import khabar.SharedBroker.Cluster;
import khabar.app.Connection;
import khabar.schemas.Trend;
import khabar.schemas.TrendState;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBroker.class)
final class OutputReaderTest {
    private static final SingleObjectFormat FORMAT = SingleObjectFormat.compiledIn();
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void aRecordUnderAKeyThatIsNoWindowCannotBeReadAndTheReadingGoesOn(Cluster cluster) throws Exception {
        Output known = Outputs.trend(Outputs.TODAY, Outputs.LAVROV, TrendState.TRENDING, 9);
        cluster.write(List.of(
                written("last week", known), new ProducerRecord<>(known.topic(), "yesterday".getBytes(UTF_8), null)));
        cluster.write(List.of(written(known.key(), known)));
        List<String> read = new CopyOnWriteArrayList<>();
        LiveView view = new LiveView(Clock.systemUTC());

        try (OutputReader reader = OutputReader.start(
                Connection.from(cluster.settings()).client(),
                FORMAT,
                Map.of(Topics.TRENDS.name(), Start.AT_THE_BEGINNING),
                output -> {
                    view.accept(output);
                    read.add(output.key() + (output.readable() ? "" : " cannot be read"));
                })) {
            assertThat(reader.awaitCaughtUp(SOON)).isTrue();
        }

        assertThat(read).containsExactlyInAnyOrder("last week cannot be read", "yesterday cannot be read", known.key());
    }

    private static ProducerRecord<byte[], byte[]> written(String key, Output output) {
        Trend value = (Trend) Objects.requireNonNull(output.value());
        byte[] bytes = Topics.TRENDS.valueSerde(FORMAT).serializer().serialize(Topics.TRENDS.name(), value);
        return new ProducerRecord<>(Topics.TRENDS.name(), key.getBytes(UTF_8), bytes);
    }
}
