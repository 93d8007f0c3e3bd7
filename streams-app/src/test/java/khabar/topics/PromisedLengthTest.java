package khabar.topics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import khabar.schemas.Article;
import khabar.schemas.PubStatus;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** A few bytes that promise gigabytes are a dead letter; they must not cost the memory that they promise. */
final class PromisedLengthTest {
    private static final int HEADER = 10;

    private final Serde<Article> articles = Topics.ARTICLES.valueSerde(SingleObjectFormat.compiledIn());

    @Test
    void aStringThatPromisesMoreThanItHasIsUnreadable() throws IOException {
        assertUnreadable(Integer.MAX_VALUE - 100);
        assertUnreadable(Integer.MAX_VALUE + 100L);
        assertUnreadable(-5);
    }

    private void assertUnreadable(long promised) throws IOException {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(Arrays.copyOf(anArticle(), HEADER));
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(value, null);
        encoder.writeLong(promised);
        encoder.flush();
        value.write('a');

        assertThatThrownBy(() -> articles.deserializer().deserialize(Topics.ARTICLES.name(), value.toByteArray()))
                .isInstanceOf(SerializationException.class);
    }

    private byte[] anArticle() {
        Article article = Article.newBuilder()
                .setUri("a")
                .setVersion("1")
                .setVersionCreated(Instant.EPOCH)
                .setPublishedAt(Instant.EPOCH)
                .setPubStatus(PubStatus.USABLE)
                .setAttributes(Map.of())
                .build();
        return articles.serializer().serialize(Topics.ARTICLES.name(), article);
    }
}
