package khabar.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import khabar.schemas.Article;
import khabar.schemas.CorpusPosition;
import khabar.schemas.RejectReason;
import khabar.schemas.RejectedArticle;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;

final class AvroJsonTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final SingleObjectFormat FORMAT = SingleObjectFormat.compiledIn();

    @Test
    void timesAreIsoTextAndUnionsAndEnumsArePlain() throws IOException {
        Article article = Article.newBuilder()
                .setUri("urn:x:1")
                .setVersionCreated(NOON)
                .setPublishedAt(NOON)
                .setHeadline("\u0633\u0648\u0631\u06CC\u0647")
                .setAttributes(Map.of("b", "2", "a", "1"))
                .build();
        assertThat(json(article))
                .isEqualTo("{\"uri\":\"urn:x:1\",\"version\":\"1\",\"versionCreated\":\"2026-11-22T12:00:00Z\","
                        + "\"publishedAt\":\"2026-11-22T12:00:00Z\",\"pubStatus\":\"USABLE\","
                        + "\"headline\":\"\u0633\u0648\u0631\u06CC\u0647\",\"lead\":null,\"body\":null,"
                        + "\"language\":null,\"source\":null,\"url\":null,\"attributes\":{\"a\":\"1\",\"b\":\"2\"}}");
    }

    @Test
    void aGenericRecordReadsTheSameAsTheGeneratedOneItStandsFor() throws IOException {
        RejectedArticle rejected = RejectedArticle.newBuilder()
                .setReason(RejectReason.WRONG_ENCODING)
                .setDetail("byte 7")
                .setRejectedAt(NOON)
                .setCorpusPosition(
                        CorpusPosition.newBuilder().setFile("a.txt").setLine(3L).build())
                .setOriginal(ByteBuffer.wrap(new byte[] {1, 2, 3}))
                .build();
        assertThat(json(generic(rejected)))
                .isEqualTo(json(rejected))
                .contains("\"original\":\"AQID\"", "\"line\":3", "\"rejectedAt\":\"2026-11-22T12:00:00Z\"");
    }

    private static GenericRecord generic(RejectedArticle value) throws IOException {
        byte[] bytes = FORMAT.serdeOf(RejectedArticle.class).serializer().serialize("any", value);
        int header = 10;
        return new GenericDatumReader<GenericRecord>(value.getSchema())
                .read(null, DecoderFactory.get().binaryDecoder(bytes, header, bytes.length - header, null));
    }

    private static String json(IndexedRecord value) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            AvroJson.write(json, value.getSchema(), value);
        }
        return text.toString();
    }
}
