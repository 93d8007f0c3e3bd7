package khabar.feed.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabar.broker.BrokerOptions;
import khabar.broker.EmbeddedBroker;
import khabar.feed.Replay;
import khabar.feed.ReplayMeans;
import khabar.feed.ReplayOptions;
import khabar.feed.ReplaySummary;
import khabar.feed.pace.Ticker;
import khabar.feed.replay.RunSettings.Commit;
import khabar.schemas.Article;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaOutletTest {
    private static final int ARTICLES = 200;
    private static EmbeddedBroker broker;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = EmbeddedBroker.start(BrokerOptions.throwAway());
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.ARTICLES.name(), 4, (short) 1),
                            new NewTopic(Topics.REJECTED.name(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void aKilledReplayGoesOnWithoutLossOrRepeat() throws Exception {
        ReplayOptions options = ReplayOptions.of(List.of(corpus("killed").toString()))
                .resumed()
                .withCommit(new Commit(Duration.ofHours(1), 7));
        List<KafkaOutlet> abandoned = new ArrayList<>();
        int runs = 0;
        for (boolean finished = false; !finished; runs++) {
            // Dies without abort, commit or close, as a killed process does; every run gets further than the one
            // before.
            DyingOutlet dying = new DyingOutlet(KafkaOutlet.open(options.name(), client()), 60);
            abandoned.add(dying.inner);
            try {
                finished = Replay.to(dying, options, means()).run().finished();
            } catch (DyingOutlet.Killed killed) {
                assertThat(runs).isLessThan(20);
            }
        }
        abandoned.forEach(KafkaOutlet::close);

        assertThat(runs).isGreaterThan(2);
        assertThat(uris("killed")).hasSize(ARTICLES).doesNotHaveDuplicates();
        assertThat(refusals("killed")).isEqualTo(1);
    }

    @Test
    void aSecondRunOfTheSameNamePutsTheFirstOut() throws Exception {
        ReplayOptions options = ReplayOptions.of(List.of(corpus("twice").toString()));
        KafkaOutlet first = KafkaOutlet.open(options.name(), client());
        KafkaOutlet second = KafkaOutlet.open(options.name(), client());
        second.close();

        assertThatThrownBy(() -> Replay.to(first, options, means()).run())
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("one replay of that name at a time");
    }

    @Test
    void aReplayIsResumedOverTheDoorOfTheProgram() throws Exception {
        ReplayOptions options = ReplayOptions.of(List.of(corpus("door").toString()));
        ReplaySummary first =
                Replay.toKafka(options.withMax(50), client(), means()).run();
        ReplaySummary second =
                Replay.toKafka(options.resumed(), client(), means()).run();
        ReplaySummary third =
                Replay.toKafka(options.resumed(), client(), means()).run();

        assertThat(first.articles()).isEqualTo(50);
        assertThat(second.position().accepted()).isEqualTo(ARTICLES);
        assertThat(third.articles()).isZero();
        assertThat(uris("door")).hasSize(ARTICLES).doesNotHaveDuplicates();
    }

    @Test
    void aBrokerThatIsNotThereIsSaid() {
        Map<String, Object> nobody = Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 1000);

        assertThatThrownBy(() -> KafkaOutlet.open("x", nobody))
                .isInstanceOf(DeliveryException.class)
                .hasMessageStartingWith("bootstrap.servers: 127.0.0.1:1 (expected: Kafka brokers that answer)");
    }

    private Path corpus(String prefix) throws Exception {
        String lines = IntStream.range(0, ARTICLES)
                .mapToObj(number -> "{\"id\":\"" + prefix + number + "\",\"title\":\"خبر\"}")
                .collect(Collectors.joining("\n", "{broken " + prefix + "\n", "\n"));
        return Files.writeString(folder.resolve(prefix + ".jsonl"), lines);
    }

    private static List<String> uris(String prefix) {
        SingleObjectFormat format = SingleObjectFormat.compiledIn();
        var articles = Topics.ARTICLES.valueSerde(format).deserializer();
        return committed(Topics.ARTICLES.name(), 4).stream()
                .map(record -> articles.deserialize(record.topic(), record.value()))
                .map(Article::getUri)
                .filter(uri -> uri.startsWith(prefix))
                .toList();
    }

    private static long refusals(String prefix) {
        return committed(Topics.REJECTED.name(), 1).stream()
                .filter(record -> new String(record.value(), UTF_8).contains("broken " + prefix))
                .count();
    }

    private static List<ConsumerRecord<String, byte[]>> committed(String topic, int partitions) {
        Map<String, Object> settings = new HashMap<>(client());
        settings.put("isolation.level", "read_committed");
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static Map<String, Object> client() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private static ReplayMeans means() {
        return new ReplayMeans(
                Clock.systemUTC(),
                Ticker.system(),
                java.io.InputStream.nullInputStream(),
                SingleObjectFormat.compiledIn(),
                Progress.NONE);
    }

    /** Sends until it is killed. */
    private static final class DyingOutlet implements Outlet {
        private final KafkaOutlet inner;
        private int left;

        DyingOutlet(KafkaOutlet inner, int left) {
            this.inner = inner;
            this.left = left;
        }

        @Override
        public java.util.Optional<Position> committed() {
            return inner.committed();
        }

        @Override
        public void send(Outgoing outgoing) {
            if (left-- == 0) {
                throw new Killed();
            }
            inner.send(outgoing);
        }

        @Override
        public void commit(Position position) {
            inner.commit(position);
        }

        @Override
        public void close() {
            // The dead close nothing.
        }

        /** The process is gone. */
        private static final class Killed extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }
    }
}
