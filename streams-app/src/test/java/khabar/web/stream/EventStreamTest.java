package khabar.web.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import khabar.SharedBroker;
import khabar.SharedBroker.Cluster;
import khabar.app.Connection;
import khabar.query.Known;
import khabar.query.Questions;
import khabar.query.live.LiveView;
import khabar.query.live.Outputs;
import khabar.schemas.EntityCount;
import khabar.schemas.Pane;
import khabar.schemas.PaneTiming;
import khabar.schemas.PubStatus;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topic;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import khabar.web.WebOptions;
import khabar.web.WebServer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedBroker.class)
final class EventStreamTest {
    private static final SingleObjectFormat FORMAT = SingleObjectFormat.compiledIn();
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Other tests write into the same topics; an id of our own keeps them apart. */
    private final String entity = "khabar:test:" + UUID.randomUUID();

    private final List<AutoCloseable> open = new ArrayList<>();
    private Cluster broker;

    @BeforeEach
    void connect(Cluster cluster) {
        broker = cluster;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void aReaderGetsWhatItsFilterLetsThrough() throws Exception {
        EventClient client = listening(instance(), "what=entity-count&window=PT1H&entity=" + entity);

        broker.write(List.of(count(entity, 1), count(entity + "-other", 2), count(entity, 3)));

        await().atMost(SOON).until(() -> client.events().size() >= 2);
        assertThat(mentions(client)).containsExactly(1L, 3L);
        assertThat(client.events()).allMatch(event -> event.kind().equals("entity-count"));
        assertThat(client.events().get(0).data().at("/window/size").asText()).isEqualTo("PT1H");
    }

    @Test
    void aRecordUnderAKeyThatIsNoWindowIsLeftOutAndReadersGoOn() throws Exception {
        EventClient client = listening(instance(), "what=entity-count&window=PT1H&entity=" + entity);
        ProducerRecord<byte[], byte[]> known = count(entity, 2);

        broker.write(List.of(
                count(entity, 1),
                new ProducerRecord<>(known.topic(), "last week".getBytes(UTF_8), known.value()),
                count(entity, 3)));

        await().atMost(SOON).until(() -> client.events().size() >= 2);
        assertThat(mentions(client)).containsExactly(1L, 3L);
    }

    @Test
    void aReaderThatComesBackToAnyInstanceMissesNothingAndGetsNothingTwice() throws Exception {
        List<URI> instances = List.of(instance(), instance());
        Random random = new Random(20);
        EventClient client = listening(instances.get(0), "what=entity-count&entity=" + entity);
        int written = 0;
        for (int round = 0; round < 6; round++) {
            int more = 40;
            broker.write(LongStream.rangeClosed(written + 1, written + more)
                    .mapToObj(number -> count(entity, number))
                    .toList());
            written += more;
            if (random.nextBoolean()) {
                int least = written - more + random.nextInt(more);
                await().atMost(SOON).until(() -> client.events().size() > least);
            }
            client.close();
            assertThat(client.connect(stream(instances.get((round + 1) % 2), "what=entity-count&entity=" + entity)))
                    .isEqualTo(200);
        }
        int all = written;
        await().atMost(SOON).until(() -> client.events().size() >= all);
        assertThat(mentions(client))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all).boxed().toList());
    }

    @Test
    void whatHappenedWhileNoInstanceRanIsGivenAfterwards() throws Exception {
        URI first = instance();
        EventClient client = listening(first, "what=entity-count&entity=" + entity);
        broker.write(List.of(count(entity, 1)));
        await().atMost(SOON).until(() -> client.events().size() == 1);
        client.close();
        closeAll();
        open.clear();

        // More than any instance remembers of a topic when it starts.
        List<ProducerRecord<byte[], byte[]>> others = LongStream.rangeClosed(1, 9_000)
                .mapToObj(number -> count(entity + "-other", number))
                .toList();
        broker.write(List.of(count(entity, 2)));
        broker.write(others);
        broker.write(List.of(count(entity, 3)));
        client.connect(stream(instance(), "what=entity-count&entity=" + entity));

        await().atMost(SOON).until(() -> client.events().size() >= 3);
        assertThat(mentions(client)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aReaderThatDoesNotReadIsDroppedWithAReasonAndOthersGoOn() throws Exception {
        URI instance = instance();
        EventClient other = listening(instance, "what=article,entity-count&entity=" + entity + ",Q858");
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4_096);
            slow.connect(new InetSocketAddress(instance.getHost(), instance.getPort()));
            OutputStream out = slow.getOutputStream();
            // Or the end of the answer would be the end of an idle connection, half a minute later.
            String close = "Connection: close\r\n\r\n";
            out.write(("GET /api/stream?what=article&entity=Q858 HTTP/1.1\r\nHost: localhost\r\n" + close)
                    .getBytes(UTF_8));
            out.flush();
            InputStream in = slow.getInputStream();
            assertThat(in.read()).isEqualTo('H');
            await().atMost(SOON).until(() -> in.available() > 300);

            String long_ = "خبر ".repeat(40_000);
            for (int i = 0; i < 60; i++) {
                broker.write(List.of(article("slow:" + i, long_)));
                // Who reads has less than may wait before him, however busy the machine is.
                int reached = i / 10 * 10;
                await().atMost(SOON).until(() -> other.events().size() >= reached);
            }

            await().atMost(SOON).until(() -> other.events().size() >= 60);
            // Only now it reads: what was on its way, which is little even for a slow one, then why it is let go.
            byte[] onItsWay = in.readAllBytes();
            assertThat(onItsWay).hasSizeLessThan(2 << 20);
            String rest = new String(onItsWay, UTF_8);
            assertThat(rest).contains("event: dropped\ndata: {\"reason\":\"too slow");
        }
        broker.write(List.of(count(entity, 7)));
        await().atMost(SOON).until(() -> mentions(other).contains(7L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"what=everything", "window=soon", "entity=", "colour=red", "what=trend&what=alert"})
    void aFilterInAWrongFormIsRefused(String query) throws Exception {
        assertThat(new EventClient().connect(stream(instance(), query))).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "x0.1", "e0.-1", "e.1", "e0.zzzzzzzzzzzzzzzzzzzz", "e0.1-", "<script>"})
    void anIdOfNobodyIsRefused(String id) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(stream(instance(), "what=trend"))
                .timeout(SOON)
                .header("Last-Event-ID", id)
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString(UTF_8));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Last-Event-ID");
    }

    private EventClient listening(URI instance, String query) throws Exception {
        EventClient client = new EventClient();
        open.add(client);
        assertThat(client.connect(stream(instance, query))).isEqualTo(200);
        await().atMost(SOON).until(client::hasStarted);
        return client;
    }

    private static List<Long> mentions(EventClient client) {
        return client.events().stream()
                .map(event -> event.data().at("/mentions"))
                .filter(node -> !node.isMissingNode())
                .map(node -> node.asLong())
                .toList();
    }

    private static URI stream(URI instance, String query) {
        return instance.resolve("/api/stream?" + query);
    }

    private URI instance() {
        EventStream events = new EventStream();
        events.attach(Connection.from(broker.settings()).client(), FORMAT);
        Questions questions = Known.nothingBut(new LiveView(Clock.systemUTC()));
        WebServer server =
                WebServer.start(new WebOptions(InetAddress.getLoopbackAddress(), 0, false), questions, events::addTo);
        open.add(server);
        open.add(events);
        return server.address();
    }

    private static ProducerRecord<byte[], byte[]> count(String entity, long mentions) {
        WindowKey key = WindowKey.containing(NOON, HOUR, entity);
        EntityCount value = EntityCount.newBuilder()
                .setWindowStart(key.start())
                .setWindowEnd(key.end())
                .setEntityId(entity)
                .setEntityType("person")
                .setCount(mentions)
                .setArticles(1)
                .setPane(new Pane(PaneTiming.EARLY, mentions))
                .build();
        return encoded(Topics.ENTITY_COUNTS, key.text(), value);
    }

    private static ProducerRecord<byte[], byte[]> article(String uri, String headline) {
        return encoded(Topics.ENRICHED, uri, Outputs.article(uri, headline, PubStatus.USABLE, NOON));
    }

    private static <T extends SpecificRecord> ProducerRecord<byte[], byte[]> encoded(
            Topic<T> topic, String key, T value) {
        byte[] bytes = topic.valueSerde(FORMAT).serializer().serialize(topic.name(), value);
        return new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), bytes);
    }
}
