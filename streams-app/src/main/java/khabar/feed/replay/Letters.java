package khabar.feed.replay;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import khabar.feed.article.Made.Arrival;
import khabar.feed.record.Reading.Refusal;
import khabar.feed.unpack.PlacedRecord;
import khabar.schemas.Article;
import khabar.schemas.RejectReason;
import khabar.schemas.RejectedArticle;
import khabar.topics.CloudEvents;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Puts articles and refusals into records for their topics, with headers. */
final class Letters {
    private static final int ORIGINAL_KEPT = 1 << 16;

    private final Serializer<Article> articles;
    private final Serializer<RejectedArticle> refusals;
    private final Clock clock;

    Letters(WireFormat format, Clock clock) {
        this.articles = Topics.ARTICLES.valueSerde(format).serializer();
        this.refusals = Topics.REJECTED.valueSerde(format).serializer();
        this.clock = clock;
    }

    /** The record of an article. Its Kafka time is the moment of sending, never the event time. */
    Outgoing article(Arrival arrival) {
        Article article = arrival.article();
        String topic = Topics.ARTICLES.name();
        ProducerRecord<String, byte[]> wire =
                new ProducerRecord<>(topic, article.getUri(), articles.serialize(topic, article));
        String id = article.getUri() + "#" + article.getVersion();
        CloudEvents.stamp(wire.headers(), id, CloudEvents.ARTICLE, article.getPublishedAt());
        CloudEvents.trace(wire.headers(), arrival.traceparent());
        return new Outgoing(wire, article);
    }

    /** The record of a refusal. */
    Outgoing refusal(PlacedRecord placed, @Nullable String uri, Refusal refusal, long number) {
        Instant now = clock.instant();
        byte[] original = placed.raw().original().first(ORIGINAL_KEPT);
        RejectedArticle rejected = RejectedArticle.newBuilder()
                .setUri(uri)
                .setReason(refusal.reason())
                .setDetail(refusal.detail())
                .setRejectedAt(now)
                .setCorpusPosition(placed.position())
                .setOriginal(original.length == 0 ? null : ByteBuffer.wrap(original))
                .setOriginalBytes(placed.raw().originalBytes())
                .build();
        String topic = Topics.REJECTED.name();
        ProducerRecord<String, byte[]> wire = new ProducerRecord<>(topic, uri, refusals.serialize(topic, rejected));
        String place = placed.entry() == null ? placed.file() : placed.file() + "!" + placed.entry();
        CloudEvents.stamp(wire.headers(), place + "#" + number, CloudEvents.REJECTED, now);
        CloudEvents.trace(wire.headers(), null);
        return new Outgoing(wire, rejected);
    }

    /** Why an article cannot go onto the wire, for a record of that size. */
    static Refusal tooLarge(long size, int most) {
        return new Refusal(
                RejectReason.TOO_LARGE,
                "bytes with key and headers: " + size + " (expected: at most " + most + ", record.max.bytes)");
    }
}
