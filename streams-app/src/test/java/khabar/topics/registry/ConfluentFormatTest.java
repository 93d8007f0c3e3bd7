package khabar.topics.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.Stream;
import khabar.schemas.Article;
import khabar.schemas.Rule;
import khabar.topics.PlainSchema;
import khabar.topics.PublishedSchemas;
import khabar.topics.RandomValues;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topic;
import khabar.topics.Topics;
import khabar.topics.WireFormat.Body;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.RawMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConfluentFormatTest {
    private static final int HEADER = 5;
    private static final long SEED = 20_261_123;
    private static final String ARTICLES = Topics.ARTICLES.name();

    private final InProcessRegistry registry = new InProcessRegistry();
    private final ConfluentFormat writer = format(registry.address());

    @AfterEach
    void stop() {
        registry.close();
    }

    static Stream<Topic<?>> topics() {
        return Topics.AVRO.stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    <V extends SpecificRecord> void whatOneProcessWritesAnotherReads(Topic<V> topic) {
        V value = random(topic);
        byte[] bytes = topic.valueSerde(writer).serializer().serialize(topic.name(), value);
        ConfluentFormat reader = format(registry.address());
        assertThat(topic.valueSerde(reader).deserializer().deserialize(topic.name(), bytes))
                .isEqualTo(value);
        assertThat(registry.subjects()).containsExactly(topic.name() + "-value");
    }

    @ParameterizedTest
    @MethodSource("topics")
    <V extends SpecificRecord> void aStrangerReadsItWithTheRegistrysSchemaAndAnAvroLibrary(Topic<V> topic)
            throws IOException {
        V value = random(topic);
        ByteBuffer bytes = ByteBuffer.wrap(topic.valueSerde(writer).serializer().serialize(topic.name(), value));
        assertThat(bytes.get()).isZero();
        String text = registry.schema(bytes.getInt());
        assertThat(text).doesNotContain("avro.java");
        Schema schema = new Schema.Parser().parse(text);
        GenericRecord read = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes.array(), HEADER, bytes.remaining(), null));
        assertThat(PlainSchema.fingerprint(read.getSchema())).isEqualTo(PlainSchema.fingerprint(value.getSchema()));
        Body body = format(registry.address()).bodyOf(bytes.array());
        assertThat(body).isEqualTo(new Body(schema, HEADER));
    }

    @Test
    void everySchemaIsAskedForOnce() {
        Serde<Article> writing = writer.serdeOf(Article.class);
        byte[] first = writing.serializer().serialize(ARTICLES, random(Topics.ARTICLES));
        byte[] second = writing.serializer().serialize(ARTICLES, random(Topics.ARTICLES));
        ConfluentFormat other = format(registry.address());
        Serde<Article> reading = other.serdeOf(Article.class);
        reading.deserializer().deserialize(ARTICLES, first);
        reading.deserializer().deserialize(ARTICLES, second);
        other.serdeOf(Article.class).deserializer().deserialize(ARTICLES, second);
        assertThat(registry.requests())
                .containsExactly("POST /subjects/news.articles-value/versions", "GET /schemas/ids/300");
    }

    @Test
    void aValueOfANewerWriterIsReadWithoutTheFieldsThatThisBuildDoesNotKnow() throws IOException {
        Schema newer = newerRule();
        int id = new SchemaRegistry(registry.address()).register("news.rules-value", newer);
        Rule rule = random(Topics.RULES);
        GenericRecord more = new GenericData.Record(newer);
        rule.getSchema().getFields().forEach(field -> more.put(field.name(), rule.get(field.pos())));
        more.put("added", 7L);
        GenericData data = rule.getSpecificData();
        byte[] binary = bytes(new RawMessageEncoder<>(data, newer).encode(more));
        byte[] value = ByteBuffer.allocate(HEADER + binary.length)
                .put((byte) 0)
                .putInt(id)
                .put(binary)
                .array();
        assertThat(writer.serdeOf(Rule.class).deserializer().deserialize("news.rules", value))
                .isEqualTo(rule);
    }

    @Test
    void whatWasWrittenBeforeThereWasARegistryIsReadToo() {
        Article article = random(Topics.ARTICLES);
        byte[] before = SingleObjectFormat.compiledIn()
                .serdeOf(Article.class)
                .serializer()
                .serialize(ARTICLES, article);
        assertThat(writer.serdeOf(Article.class).deserializer().deserialize(ARTICLES, before))
                .isEqualTo(article);
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void tombstonesStayTombstones() {
        Serde<Article> serde = writer.serdeOf(Article.class);
        assertThat(serde.serializer().serialize(ARTICLES, null)).isNull();
        assertThat(serde.deserializer().deserialize(ARTICLES, null)).isNull();
    }

    @Test
    void allSchemasAreRegisteredBeforeTheFirstValue() {
        writer.register(Topics.AVRO);
        assertThat(registry.subjects())
                .containsExactlyElementsOf(
                        topics().map(topic -> topic.name() + "-value").sorted().toList());
    }

    @Test
    void anIncompatibleSchemaIsRefusedInTheRegistrysWords() {
        Schema other = SchemaBuilder.record("Article")
                .namespace("other")
                .fields()
                .requiredInt("number")
                .endRecord();
        new SchemaRegistry(registry.address()).register("news.articles-value", other);
        assertThatThrownBy(() -> writer.register(Topics.AVRO))
                .isInstanceOf(RegistryException.class)
                .hasMessage("schema.registry.url: " + registry.address()
                        + " (expected: a registry whose schema of news.articles-value is compatible with that of this"
                        + " build; 409 Schema being registered is incompatible with an earlier schema)");
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNoFaultOfTheValue() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        byte[] value = {0, 0, 0, 1, 44, 0};
        assertThatThrownBy(() ->
                        format(nobody).serdeOf(Article.class).deserializer().deserialize(ARTICLES, value))
                .isInstanceOf(RegistryException.class)
                .hasMessageStartingWith(
                        "schema.registry.url: " + nobody + " (expected: a schema registry that answers; Connect");
    }

    @Test
    void aRegistryThatIsBusyForAMomentIsAskedAgain() {
        registry.failing(2);
        writer.serdeOf(Article.class).serializer().serialize(ARTICLES, random(Topics.ARTICLES));
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void anAddressWithoutTheInterfaceIsNamed() {
        URI wrong = registry.address().resolve("/apis/nothing/");
        assertThatThrownBy(() -> format(wrong).register(Topics.AVRO))
                .isInstanceOf(RegistryException.class)
                .hasMessage("schema.registry.url: " + registry.address()
                        + "/apis/nothing (expected: the address of a Confluent-compatible schema registry;"
                        + " POST /subjects/news.articles-value/versions: 404 HTTP 404 Not Found)");
        byte[] value = {0, 0, 0, 1, 44, 0};
        assertThatThrownBy(() -> format(wrong).bodyOf(value))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("GET /schemas/ids/300: 404");
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsAFaultOfTheValue() {
        byte[] value = {0, 0, 0, 0, 9, 1};
        assertThatThrownBy(() -> writer.serdeOf(Article.class).deserializer().deserialize(ARTICLES, value))
                .isInstanceOf(SerializationException.class)
                .hasMessage("schema: 9 (expected: one in the registry " + registry.address() + ")");
    }

    @Test
    void bytesOfAnotherFormAreRefused() {
        for (byte[] value : new byte[][] {{}, {0, 0, 0}, {1, 2, 3, 4, 5, 6}}) {
            assertThatThrownBy(
                            () -> writer.serdeOf(Article.class).deserializer().deserialize(ARTICLES, value))
                    .isInstanceOf(SerializationException.class)
                    .hasMessage(
                            "value: " + value.length + " bytes (expected: Avro with the id of a schema in a registry)");
        }
        byte[] cut = writer.serdeOf(Article.class).serializer().serialize(ARTICLES, random(Topics.ARTICLES));
        byte[] half =
                ByteBuffer.allocate(cut.length / 2).put(cut, 0, cut.length / 2).array();
        assertThatThrownBy(() -> writer.serdeOf(Article.class).deserializer().deserialize(ARTICLES, half))
                .isInstanceOf(SerializationException.class);
    }

    private static Schema newerRule() {
        Schema rule = PublishedSchemas.schemaOf(Topics.RULES);
        Schema newer = Schema.createRecord(rule.getName(), rule.getDoc(), rule.getNamespace(), false);
        Schema.Field added = new Schema.Field("added", Schema.create(Schema.Type.LONG), "", 0L);
        newer.setFields(Stream.concat(
                        Stream.of(added),
                        rule.getFields().stream().map(field -> new Schema.Field(field, field.schema())))
                .toList());
        return newer;
    }

    private static ConfluentFormat format(URI address) {
        return new ConfluentFormat(new SchemaRegistry(address), SingleObjectFormat.compiledIn());
    }

    private static <V extends SpecificRecord> V random(Topic<V> topic) {
        // A class of its own is made only when somebody has told Avro that it may be.
        SingleObjectFormat.compiledIn();
        return topic.valueType().cast(new RandomValues(new Random(SEED)).of(PublishedSchemas.schemaOf(topic)));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
