package khabar.feed.reprocess;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import khabar.schemas.EnrichedArticle;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import khabar.topics.again.TopicScan;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Follows news.enriched and knows which of the chosen articles are not enriched with the present rules. */
public final class StaleArticles implements AutoCloseable {
    private final Choice choice;
    private final TopicScan enriched;
    private final Deserializer<EnrichedArticle> values;
    private final Map<String, Stale> byUri = new HashMap<>();
    private final Map<Integer, Instant> newest = new HashMap<>();
    private int beyondHorizon;

    /** Those of the given choice, on the cluster that the given client settings reach. */
    public StaleArticles(Choice choice, Map<String, Object> client, WireFormat format) {
        this.choice = choice;
        enriched = new TopicScan(client, Topics.ENRICHED.name());
        values = Topics.ENRICHED.valueSerde(format).deserializer();
    }

    /**
     * The revision that stands of an article, as it was enriched.
     *
     * @param partition partition of news.enriched
     * @param offset offset there
     * @param version its version
     * @param versionCreated when it was made
     * @param publishedAt its event time
     */
    record Stale(int partition, long offset, long version, Instant versionCreated, Instant publishedAt) {}

    /** Reads up to the present end; those that the topology would refuse as too late are put aside. */
    public void readToEnd(BooleanSupplier stopped) {
        enriched.toEnd(this::take, stopped);
        for (Iterator<Stale> all = byUri.values().iterator(); all.hasNext(); ) {
            Stale one = all.next();
            Instant time = newest.get(one.partition());
            if (time != null && one.publishedAt().isBefore(time.minus(choice.horizon()))) {
                all.remove();
                beyondHorizon++;
            }
        }
    }

    /** Takes in what was enriched since; answers how many are still stale. */
    public int follow() {
        enriched.next(this::take);
        return byUri.size();
    }

    /** Hands over the newest enriched form of every stale article; reads the topic once more. */
    public void each(Consumer<EnrichedArticle> reader, BooleanSupplier stopped) {
        Set<String> wanted = new HashSet<>(byUri.keySet());
        enriched.rewind();
        enriched.toEnd(
                one -> {
                    EnrichedArticle article = article(one);
                    Stale stale = article == null ? null : byUri.get(article.getUri());
                    boolean newestOne =
                            stale != null && stale.partition() == one.partition() && stale.offset() == one.offset();
                    if (article != null && newestOne && wanted.remove(article.getUri())) {
                        reader.accept(article);
                    }
                },
                stopped);
    }

    /** The stale articles by uri. */
    Map<String, Stale> byUri() {
        return byUri;
    }

    /** How many are not up to date. */
    public int count() {
        return byUri.size();
    }

    /** How many would be refused as too late, and stay as they are. */
    public int beyondHorizon() {
        return beyondHorizon;
    }

    private void take(ConsumerRecord<byte[], byte[]> one) {
        EnrichedArticle article = article(one);
        if (article == null) {
            return;
        }
        newest.merge(one.partition(), article.getPublishedAt(), (a, b) -> a.isAfter(b) ? a : b);
        if (choice.wants(article)) {
            byUri.put(
                    article.getUri(),
                    new Stale(
                            one.partition(),
                            one.offset(),
                            article.getVersion(),
                            article.getVersionCreated(),
                            article.getPublishedAt()));
        } else {
            byUri.remove(article.getUri());
        }
    }

    private @Nullable EnrichedArticle article(ConsumerRecord<byte[], byte[]> one) {
        return values.deserialize(one.topic(), one.value());
    }

    @Override
    public void close() {
        enriched.close();
        values.close();
    }
}
