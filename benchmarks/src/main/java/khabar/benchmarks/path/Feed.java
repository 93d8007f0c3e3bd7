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

/**
 * Articles of JSON Lines with {@code title}, {@code lead} and {@code body}, in turn, each under a new uri. When all
 * have been, the second half of a body is another article's in each further turn: a feed of several days, not the
 * same wire story over and over, all of which would be near-duplicates.
 */
final class Feed {
    private static final int STEP = 97;

    private final List<JsonNode> rows = new ArrayList<>();

    private final Map<String, Object> client;
    private final WireFormat format;

    /**
     * Reads the files.
     *
     * @param files of JSON Lines
     * @param client how to reach the broker
     * @param format form of the values
     */
    Feed(List<Path> files, Map<String, Object> client, WireFormat format) {
        this.client = client;
        this.format = format;
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
        long turn = number / rows.size();
        String body = row.path("body").textValue();
        if (turn > 0) {
            JsonNode other = rows.get((int) ((number + turn * STEP) % rows.size()));
            body = firstHalf(body) + secondHalf(other.path("body").textValue());
        }
        return Article.newBuilder()
                .setUri("urn:benchmark:" + number)
                .setVersionCreated(publishedAt)
                .setPublishedAt(publishedAt)
                .setPubStatus(PubStatus.USABLE)
                .setHeadline(row.path("title").textValue())
                .setLead(row.path("lead").textValue())
                .setBody(body)
                .setSource("source-" + number % 7)
                .build();
    }

    private static String firstHalf(String body) {
        return body.substring(0, middle(body));
    }

    private static String secondHalf(String body) {
        return body.substring(middle(body));
    }

    /** Before a space, or at the end of a text that is one word. */
    private static int middle(String body) {
        int space = body.indexOf(' ', body.length() / 2);
        return space < 0 ? body.length() : space;
    }

    /**
     * Publishes articles.
     *
     * @param from number of the first
     * @param count how many
     * @param rate how many a second; as fast as it goes where it is 0
     * @param times when each was published, by its number
     * @param sent takes when each was sent, by its number, in nanoseconds of {@link System#nanoTime()}
     */
    void publish(int from, int count, double rate, LongFunction<Instant> times, long[] sent) {
        Map<String, Object> properties = new java.util.HashMap<>(client);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, rate > 0 ? 0 : 20);
        try (KafkaProducer<String, Article> producer =
                new KafkaProducer<>(properties, new StringSerializer(), valuesIn(format))) {
            long start = System.nanoTime();
            for (int i = from; i < from + count; i++) {
                if (rate > 0) {
                    awaitTurn(start + (long) ((i - from) * 1e9 / rate));
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
