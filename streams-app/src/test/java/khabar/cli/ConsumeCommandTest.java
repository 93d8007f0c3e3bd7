package khabar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabar.SharedBroker;
import khabar.SharedBroker.Cluster;
import khabar.cli.Terminal.Outcome;
import khabar.schemas.EntityCount;
import khabar.schemas.Pane;
import khabar.schemas.PaneTiming;
import khabar.topics.PlainSchema;
import khabar.topics.PublishedSchemas;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
final class ConsumeCommandTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SYRIA = "\u0633\u0648\u0631\u06CC\u0647";
    private static final SingleObjectFormat FORMAT = SingleObjectFormat.compiledIn();

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void connect(Cluster cluster) {
        terminal = new Terminal(Map.of("KHABAR_BOOTSTRAP_SERVERS", cluster.bootstrapServers()), folder);
    }

    @Test
    void oneLineForEachRecordThatIsAboutTheEntityByIdOrByName(Cluster cluster) throws IOException {
        cluster.write(List.of(count("Q858", SYRIA, 20), count("Q159", "Russia", 14), count("Q858", SYRIA, 21)));
        for (String entity : List.of("Q858", SYRIA)) {
            Outcome outcome = terminal.run("consume", "news.entity-counts", "--entity", entity);
            assertThat(outcome.exit()).isZero();
            assertThat(outcome.out()).contains("\"names\":{\"fa\":\"" + SYRIA + "\"}");
            List<JsonNode> rows = lines(outcome);
            assertThat(rows).extracting(row -> row.at("/value/count").asLong()).contains(20L, 21L);
            assertThat(rows).allMatch(row -> row.at("/value/entityId").asText().equals("Q858"));
        }
    }

    @Test
    void maxEndsIt() throws IOException {
        Outcome outcome = terminal.run("consume", "news.schemas", "--max", "2", "--position");
        assertThat(lines(outcome))
                .hasSize(2)
                .allMatch(row -> row.at("/value/type").asText().equals("record"));
        assertThat(lines(outcome).get(0).get("partition").asInt()).isZero();
    }

    @Test
    void theKeyOfASchemaIsItsFingerprint() throws IOException {
        assertThat(lines(terminal.run("consume", "news.schemas")))
                .extracting(row -> row.get("key").asText())
                .contains(PlainSchema.hex(PlainSchema.fingerprint(PublishedSchemas.schemaOf(Topics.ENTITY_COUNTS))));
    }

    @Test
    void aDeadLetterShowsItsHeadersAsTextAndItsBytesAsBase64(Cluster cluster) throws IOException {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(Topics.DEAD_LETTERS, "urn:x:1".getBytes(UTF_8), new byte[] {(byte) 0xFF, 0});
        letter.headers().add("__streams.errors.message", SYRIA.getBytes(UTF_8));
        cluster.write(List.of(letter));
        assertThat(lines(terminal.run("consume", Topics.DEAD_LETTERS))).anySatisfy(row -> {
            assertThat(row.get("value").asText()).isEqualTo("/wA=");
            assertThat(row.at("/headers/__streams.errors.message").asText()).isEqualTo(SYRIA);
        });
    }

    @Test
    void aValueThatIsNoAvroIsShownAsWhatItIs(Cluster cluster) throws IOException {
        cluster.write(List.of(new ProducerRecord<>("news.trends", "bad".getBytes(UTF_8), "no".getBytes(UTF_8))));
        assertThat(lines(terminal.run("consume", "news.trends"))).anySatisfy(row -> {
            assertThat(row.get("undecodable").asText())
                    .isEqualTo("value: 2 bytes (expected: Avro single-object encoding)");
            assertThat(row.get("value").asText()).isEqualTo("bm8=");
        });
    }

    @Test
    void topicsThatAreThereAreListedAndNotCreatedAgain() {
        Outcome created = terminal.run("topics", "create");
        assertThat(created.exit()).isZero();
        assertThat(created.out().lines()).hasSize(TopicNames.all().size()).allMatch(line -> line.startsWith("exists"));
        assertThat(terminal.run("topics", "list").out().lines())
                .hasSize(TopicNames.all().size());
    }

    @Test
    void whatDiffersFromThePlanIsSaidAndLeftAlone() {
        Outcome outcome = terminal.run("topics", "describe", "news.articles", "--topic-partitions", "9");
        assertThat(outcome.out()).contains("news.articles: partitions 4", "differs: partitions: 4 (expected: 9)");
    }

    private static ProducerRecord<byte[], byte[]> count(String entity, String name, long count) {
        EntityCount value = EntityCount.newBuilder()
                .setWindowStart(NOON)
                .setWindowEnd(NOON.plusSeconds(60))
                .setEntityId(entity)
                .setEntityType("place")
                .setNames(Map.of("fa", name))
                .setCount(count)
                .setArticles(2)
                .setPane(new Pane(PaneTiming.EARLY, 0L))
                .build();
        byte[] bytes = Topics.ENTITY_COUNTS.valueSerde(FORMAT).serializer().serialize("any", value);
        return new ProducerRecord<>(Topics.ENTITY_COUNTS.name(), entity.getBytes(UTF_8), bytes);
    }

    private static List<JsonNode> lines(Outcome outcome) throws IOException {
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        List<JsonNode> rows = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : outcome.out().split("\n")) {
            rows.add(mapper.readTree(line));
        }
        return rows;
    }
}
