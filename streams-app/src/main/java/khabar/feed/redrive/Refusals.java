package khabar.feed.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import khabar.schemas.Article;
import khabar.schemas.CorpusPosition;
import khabar.schemas.RejectReason;
import khabar.schemas.RejectedArticle;
import khabar.schemas.TopicPosition;
import khabar.topics.CloudEvents;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import khabar.topics.again.SentAgain;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Refusals: the article that one carries goes back to the feed; where it carries none, the record itself
 * is fetched from where it stood in the feed.
 */
final class Refusals implements Source {
    private final Originals originals;
    private final Deserializer<RejectedArticle> values;
    private final Serializer<Article> articles;

    Refusals(Originals originals, WireFormat format) {
        this.originals = originals;
        values = Topics.REJECTED.valueSerde(format).deserializer();
        articles = Topics.ARTICLES.valueSerde(format).serializer();
    }

    @Override
    public String topic() {
        return Topics.REJECTED.name();
    }

    @Override
    public Candidate candidate(ConsumerRecord<byte[], byte[]> one) {
        String position = Source.position(one.topic(), one.partition(), one.offset());
        String key = one.key() == null ? "" : new String(one.key(), UTF_8);
        RejectedArticle rejected;
        try {
            rejected = values.deserialize(one.topic(), one.value());
        } catch (SerializationException unreadable) {
            return Candidate.stuck(position, key, "", 0, "it cannot be read: " + unreadable.getMessage());
        }
        if (rejected == null) {
            return Candidate.stuck(position, key, "", 0, "it carries no value to send");
        }
        String reason = rejected.getReason().name();
        return again(one, rejected, position)
                .map(again -> new Candidate(position, key, reason, rejected.getRedriven(), again, ""))
                .orElseGet(() -> Candidate.stuck(position, key, reason, rejected.getRedriven(), obstacle(rejected)));
    }

    private Optional<ProducerRecord<byte[], byte[]>> again(
            ConsumerRecord<byte[], byte[]> one, RejectedArticle rejected, String position) {
        Article article = rejected.getArticle();
        TopicPosition at = rejected.getTopicPosition();
        Optional<ProducerRecord<byte[], byte[]>> again = Optional.empty();
        if (article != null) {
            ProducerRecord<byte[], byte[]> made = new ProducerRecord<>(
                    Topics.ARTICLES.name(), one.key(), articles.serialize(Topics.ARTICLES.name(), article));
            CloudEvents.stamp(
                    made.headers(),
                    article.getUri() + "#" + article.getVersion(),
                    CloudEvents.ARTICLE,
                    article.getVersionCreated());
            CloudEvents.trace(made.headers(), CloudEvents.text(one.headers(), CloudEvents.TRACEPARENT));
            again = Optional.of(made);
        } else if (at != null && at.getTopic().equals(Topics.ARTICLES.name())) {
            again = originals
                    .at(at.getTopic(), at.getPartition(), at.getOffset())
                    .filter(original -> original.value() != null)
                    .map(original -> new ProducerRecord<>(
                            original.topic(),
                            original.partition(),
                            null,
                            original.key(),
                            original.value(),
                            original.headers()));
        }
        again.ifPresent(made -> {
            SentAgain.set(made.headers(), SentAgain.REDRIVEN, Integer.toString(rejected.getRedriven() + 1));
            SentAgain.set(made.headers(), SentAgain.REDRIVEN_FROM, position);
        });
        return again;
    }

    private static String obstacle(RejectedArticle rejected) {
        CorpusPosition corpus = rejected.getCorpusPosition();
        if (rejected.getReason() == RejectReason.RULE_INVALID) {
            return "it is a rule: put a corrected one with khabar rules put";
        }
        if (corpus != null) {
            Long line = corpus.getLine();
            return "a reader refused it and no article was made of it: correct " + corpus.getFile()
                    + (line == null ? "" : " at line " + line) + " and replay it";
        }
        return "its original is gone from " + Topics.ARTICLES.name();
    }

    @Override
    public void close() {
        originals.close();
        values.close();
        articles.close();
    }
}
