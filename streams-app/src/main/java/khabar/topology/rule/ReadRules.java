package khabar.topology.rule;

import khabar.rules.PostedRule;
import khabar.rules.RuleBook;
import khabar.schemas.Rule;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;

/**
 * Reads all of news.rules into the rule book of this instance. Kafka Streams gives the whole topic to
 * every instance, up to its end before the first article. Values are taken as bytes: what is no rule is
 * refused with a reason like any other bad rule, for a global store has no dead letters.
 */
public final class ReadRules implements Processor<String, byte[], Void, Void> {
    /** Holds nothing: a store in memory makes Kafka Streams read the topic from its beginning at every start. */
    private static final String STORE = "rules";

    private final RuleBook book;
    private final Deserializer<Rule> values;
    private ProcessorContext<Void, Void> context;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private ReadRules(RuleBook book, Deserializer<Rule> values) {
        this.book = book;
        this.values = values;
    }

    /** Adds the reading to a topology. */
    public static void into(StreamsBuilder builder, RuleBook book, WireFormat format) {
        builder.addGlobalStore(
                Stores.<String, byte[]>keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                Topics.RULES.name(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("read-news-rules"),
                () -> new ReadRules(book, Topics.RULES.valueSerde(format).deserializer()));
    }

    @Override
    public void init(ProcessorContext<Void, Void> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, byte[]> arrived) {
        if (arrived.value() == null) {
            book.remove(arrived.key());
        } else {
            long offset = context.recordMetadata().map(at -> at.offset()).orElse(0L);
            book.put(PostedRule.read(arrived.key(), offset, arrived.value(), values));
        }
    }
}
