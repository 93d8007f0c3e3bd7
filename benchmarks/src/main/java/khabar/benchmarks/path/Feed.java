package khabar.benchmarks.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import khabar.schemas.Article;
import khabar.schemas.PubStatus;
import khabar.topics.CloudEvents;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Articles of JSON Lines with {@code title}, {@code lead} and {@code body}, in turn, each time under a new uri. */
final class Feed {
    private final List<JsonNode> rows = new ArrayList<>();

    /** Reads the files. */
    Feed(List<Path> files) {
        ObjectMapper json = new ObjectMapper();
        for (Path file : files) {
            try (Stream<String> lines = Files.lines(file)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    rows.add(json.readTree(line));
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** How many different texts there are. */
    int size() {
        return rows.size();
    }

    /** The article of the given number, published at the given time. */
    Article article(long number, Instant publishedAt) {
        JsonNode row = rows.get((int) (number % rows.size()));
        return Article.newBuilder()
                .setUri("urn:benchmark:" + number)
                .setVersionCreated(publishedAt)
                .setPublishedAt(publishedAt)
                .setPubStatus(PubStatus.USABLE)
                .setHeadline(row.path("title").textValue())
                .setLead(row.path("lead").textValue())
                .setBody(row.path("body").textValue())
                .setSource("source-" + number % 7)
                .build();
    }

    /**
     * Publishes articles.
     *
     * @param client how to reach the broker
     * @param format form of the values
     * @param count how many
     * @param rate how many a second; as fast as it goes where it is 0
     * @param times when each was published, by its number
     * @return when each was sent, in nanoseconds of {@link System#nanoTime()}
     */
    long[] publish(Map<String, Object> client, WireFormat format, int count, double rate, LongFunction<Instant> times) {
        Map<String, Object> properties = new java.util.HashMap<>(client);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, rate > 0 ? 0 : 20);
        long[] sent = new long[count];
        try (KafkaProducer<String, Article> producer =
                new KafkaProducer<>(properties, new StringSerializer(), valuesIn(format))) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                if (rate > 0) {
                    awaitTurn(start + (long) (i * 1e9 / rate));
                }
                Article article = article(i, times.apply(i));
                ProducerRecord<String, Article> published =
                        new ProducerRecord<>(Topics.ARTICLES.name(), article.getUri(), article);
                CloudEvents.stamp(
                        published.headers(), article.getUri() + "#1", CloudEvents.ARTICLE, article.getPublishedAt());
                sent[i] = System.nanoTime();
                var unused = producer.send(published);
            }
            producer.flush();
        }
        return sent;
    }

    private static Serializer<Article> valuesIn(WireFormat format) {
        return Topics.ARTICLES.valueSerde(format).serializer();
    }

    private static void awaitTurn(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            java.util.concurrent.locks.LockSupport.parkNanos(left);
        }
    }

    /** One article in each minute, ending at the given time. */
    static LongFunction<Instant> minuteByMinute(Instant end, int count) {
        return number -> end.minus(Duration.ofMinutes(count - number));
    }
}
