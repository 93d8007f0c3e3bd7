package khabar.topology.limit;

import java.time.Instant;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.NamedEntity;
import khabar.schemas.RejectReason;
import khabar.schemas.RejectedArticle;
import khabar.schemas.TopicPosition;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a winner in which too much was found. It leaves no trace but the refusal: whatever stood before
 * it stands on, as the winner is remembered only further down.
 */
public final class CheckFindings implements FixedKeyProcessor<String, Findings, Checked> {
    private final Limits limits;
    private FixedKeyProcessorContext<String, Checked> context;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of FixedKeyProcessor
    private CheckFindings(Limits limits) {
        this.limits = limits;
    }

    /** The stage. */
    public static FixedKeyProcessorSupplier<String, Findings, Checked> stage(Limits limits) {
        return () -> new CheckFindings(limits);
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Checked> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(FixedKeyRecord<String, Findings> arrived) {
        Findings findings = arrived.value();
        context.forward(arrived.withValue(new Checked(findings.enriched(), refusal(findings))));
    }

    private @Nullable RejectedArticle refusal(Findings findings) {
        EnrichedArticle article = findings.enriched().article();
        int mentions = article.getEntities().stream()
                .mapToInt(NamedEntity::getMentions)
                .sum();
        if (mentions > limits.mentions()) {
            return refuse(
                    findings,
                    RejectReason.TOO_MANY_MENTIONS,
                    "mentions: " + mentions + " (expected: at most " + limits.mentions() + ", article.max.mentions)");
        }
        int subjects = article.getSubjects().size();
        return subjects <= limits.subjects()
                ? null
                : refuse(
                        findings,
                        RejectReason.TOO_MANY_SUBJECTS,
                        "subjects: " + subjects + " (expected: at most " + limits.subjects()
                                + ", article.max.subjects)");
    }

    private RejectedArticle refuse(Findings findings, RejectReason reason, String detail) {
        return RejectedArticle.newBuilder()
                .setUri(findings.article().getUri())
                .setReason(reason)
                .setDetail(detail)
                .setRejectedAt(Instant.ofEpochMilli(context.currentSystemTimeMs()))
                .setTopicPosition(context.recordMetadata()
                        .map(at -> new TopicPosition(at.topic(), at.partition(), at.offset()))
                        .orElse(null))
                .setArticle(findings.article())
                .build();
    }
}
