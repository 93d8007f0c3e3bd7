package khabar.topology.alert;

import java.time.Instant;
import khabar.schemas.Alert;
import khabar.schemas.AlertKind;
import khabar.schemas.AlertState;
import khabar.topology.trend.Followed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** Tells who waits for it that an entity begins to trend. What was decided at a closing is never withdrawn. */
public final class AlertOfTrends implements Processor<String, Followed, String, Alert> {
    private final AlertBook book;
    private ProcessorContext<String, Alert> context;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private AlertOfTrends(AlertBook book) {
        this.book = book;
    }

    /** The stage. */
    public static ProcessorSupplier<String, Followed, String, Alert> stage(AlertBook book) {
        return () -> new AlertOfTrends(book);
    }

    @Override
    public void init(ProcessorContext<String, Alert> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, Followed> arrived) {
        Followed trend = arrived.value();
        if (!trend.began()) {
            return;
        }
        for (AlertRule rule : book.current().metBy(trend)) {
            Alert alert = Alert.newBuilder()
                    .setRuleId(rule.id())
                    .setTitle(rule.title())
                    .setKind(AlertKind.TREND)
                    .setState(AlertState.FIRED)
                    .setFiredAt(Instant.ofEpochMilli(context.currentSystemTimeMs()))
                    .setEventTime(trend.key().start())
                    .setWindowStart(trend.key().start())
                    .setWindowEnd(trend.key().end())
                    .setEntityId(trend.key().id())
                    .setNames(book.entityNames(trend.key().id()))
                    .setValue(trend.standing().score())
                    .setThreshold(rule.minScore() > 0 ? rule.minScore() : null)
                    .build();
            context.forward(
                    arrived.withKey(rule.id() + "/" + trend.key().text()).withValue(alert));
        }
    }
}
