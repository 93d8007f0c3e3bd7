package khabar.feed.reprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import khabar.feed.reprocess.StaleArticles.Stale;
import khabar.schemas.Article;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import khabar.topics.again.SentAgain;
import khabar.topics.again.TopicScan;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the winning revisions of stale articles again, with their arrival time and a header that asks for
 * enriching, and waits until the topology has enriched them. Sending one twice changes nothing, so a run
 * that was killed is simply started again; what is done by then is not stale any more.
 */
public final class Reprocess {
    /** An instance takes new rules over within seconds; what it has met before that is sent once more. */
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Map<String, Object> client;
    private final WireFormat format;
    private final Duration patience;
    private final Watcher watcher;
    private volatile boolean stopped;

    /** Is told how it goes. */
    public interface Watcher {
        /** So many of so many articles are enriched with the present rules, and so many records were sent. */
        void progress(long done, long total, long sent);
    }

    /**
     * What came of it.
     *
     * @param chosen articles that were not up to date
     * @param done those that are by now, or whose newer revision is
     * @param sent records that were sent
     */
    public record Outcome(long chosen, long done, long sent) {}

    /**
     * A run against one cluster.
     *
     * @param patience how long to wait for a topology that makes no progress
     */
    public Reprocess(Map<String, Object> client, WireFormat format, Duration patience, Watcher watcher) {
        this.client = Map.copyOf(client);
        this.format = format;
        this.patience = patience;
        this.watcher = watcher;
    }

    /** Makes the run end soon; for any thread. */
    public void stop() {
        stopped = true;
    }

    /** Brings the given articles up to date; they have been read to the end. */
    public Outcome run(StaleArticles stale, String present) {
        long total = stale.count();
        long sent = 0;
        long left = total;
        LongSupplier clock = System::nanoTime;
        long progressAt = clock.getAsLong();
        while (left > 0 && !stopped && since(progressAt, clock).compareTo(patience) < 0) {
            sent += sendAll(stale.byUri(), present);
            long sentAt = clock.getAsLong();
            while (left > 0
                    && !stopped
                    && since(Math.max(sentAt, progressAt), clock).compareTo(RETRY) < 0) {
                long now = stale.follow();
                if (now != left) {
                    progressAt = clock.getAsLong();
                    left = now;
                }
                watcher.progress(total - left, total, sent);
            }
        }
        return new Outcome(total, total - left, sent);
    }

    private static Duration since(long nanos, LongSupplier clock) {
        return Duration.ofNanos(clock.getAsLong() - nanos);
    }

    private long sendAll(Map<String, Stale> stale, String present) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 64 << 20);
        settings.putAll(client);
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        Set<ByteBuffer> copies = new HashSet<>();
        try (TopicScan articles = new TopicScan(client, Topics.ARTICLES.name());
                Deserializer<Article> values =
                        Topics.ARTICLES.valueSerde(format).deserializer();
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            articles.toEnd(
                    one -> {
                        Article article = read(values, one);
                        if (article != null
                                && stands(article, stale.get(article.getUri()))
                                && copies.add(content(article))) {
                            var unused = producer.send(copy(one, present), (at, wrong) -> {
                                if (wrong != null) {
                                    failure.compareAndSet(null, wrong);
                                }
                            });
                        }
                    },
                    () -> stopped);
        }
        Exception wrong = failure.get();
        if (wrong != null) {
            throw new KafkaException(
                    "news.articles: not all was taken (expected: every copy): " + wrong.getMessage(), wrong);
        }
        return copies.size();
    }

    private static @Nullable Article read(Deserializer<Article> values, ConsumerRecord<byte[], byte[]> one) {
        try {
            return values.deserialize(one.topic(), one.value());
        } catch (SerializationException deadLetter) {
            return null;
        }
    }

    /** Of several contents of one version only the winner is taken; the topology passes over the others. */
    private static boolean stands(Article article, @Nullable Stale stale) {
        return stale != null
                && article.getVersion().length() <= 18
                && article.getVersion().chars().allMatch(c -> c >= '0' && c <= '9')
                && !article.getVersion().isEmpty()
                && Long.parseLong(article.getVersion()) == stale.version()
                && article.getVersionCreated().equals(stale.versionCreated())
                && article.getPublishedAt().equals(stale.publishedAt());
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> one, String present) {
        ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(
                one.topic(), one.partition(), one.timestamp(), one.key(), one.value(), one.headers());
        SentAgain.set(copy.headers(), SentAgain.REPROCESS, present);
        return copy;
    }

    /** Copies of one revision that differ in attributes only are sent once. */
    private static ByteBuffer content(Article article) {
        Article plain = Article.newBuilder(article).setAttributes(Map.of()).build();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(
                    digest.digest(Article.getEncoder().encode(plain).array()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
