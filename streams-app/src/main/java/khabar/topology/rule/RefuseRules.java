package khabar.topology.rule;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import khabar.rules.PostedRule;
import khabar.rules.RefusedRule;
import khabar.rules.RuleBook;
import khabar.schemas.RejectReason;
import khabar.schemas.RejectedArticle;
import khabar.schemas.TopicPosition;
import khabar.topics.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Says of every bad rule on news.rules once that it is refused, and why. All instances know the bad
 * rules; the task of the first partition of the feed is the only one to speak.
 */
public final class RefuseRules<V> implements Processor<String, V, String, RejectedArticle> {
    private static final String STORE = "refused-rules";
    private static final int SPEAKER = 0;
    private static final int MOST_BYTES = 64 << 10;
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final RuleBook book;
    private ProcessorContext<String, RejectedArticle> context;
    private KeyValueStore<String, Long> told;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private RefuseRules(RuleBook book) {
        this.book = book;
    }

    /** The stage, with its store of the offsets that were spoken of; what comes in does not matter. */
    public static <V> ProcessorSupplier<String, V, String, RejectedArticle> stage(RuleBook book) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, V, String, RejectedArticle> get() {
                return new RefuseRules<>(book);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.Long()));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, RejectedArticle> processorContext) {
        context = processorContext;
        told = context.getStateStore(STORE);
        if (context.taskId().partition() == SPEAKER) {
            context.schedule(INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::tell);
        }
    }

    @Override
    public void process(Record<String, V> arrived) {
        // Time makes it speak, not articles.
    }

    private void tell(long now) {
        for (RefusedRule refused : book.refused()) {
            PostedRule rule = refused.posted();
            Long last = told.get(rule.ruleId());
            if (last == null || last != rule.offset()) {
                told.put(rule.ruleId(), rule.offset());
                context.forward(new Record<>(rule.ruleId(), rejected(refused, now), now));
            }
        }
    }

    private static RejectedArticle rejected(RefusedRule refused, long now) {
        PostedRule rule = refused.posted();
        byte[] bytes = rule.bytes();
        return RejectedArticle.newBuilder()
                .setReason(RejectReason.RULE_INVALID)
                .setDetail("rule " + rule.ruleId() + ": " + refused.reason())
                .setRejectedAt(Instant.ofEpochMilli(now))
                .setTopicPosition(new TopicPosition(Topics.RULES.name(), 0, rule.offset()))
                .setOriginal(ByteBuffer.wrap(Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES))))
                .setOriginalBytes(bytes.length)
                .build();
    }
}
