package khabar.topology.duplicate;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import khabar.language.sketch.Sketch;
import khabar.schemas.state.Revision;
import khabar.schemas.state.SketchChange;
import khabar.topology.revision.Enriched;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Tells the partitions of the bands that a revision stands, and which one stands no more. Behind them it
 * tells how far this partition of the feed has come, a few times in a horizon, so that they can forget.
 */
public final class AnnounceSketches implements Processor<String, Enriched, String, SketchChange> {
    private static final int TIMES_PER_HORIZON = 20;

    private final Duration step;
    private ProcessorContext<String, SketchChange> context;
    private @Nullable Instant announced;

    /** Announces for a topology with the given correction horizon. */
    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    public AnnounceSketches(Duration horizon) {
        this.step = horizon.dividedBy(TIMES_PER_HORIZON);
    }

    @Override
    public void init(ProcessorContext<String, SketchChange> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, Enriched> arrived) {
        Enriched enriched = arrived.value();
        Revision standing = enriched.standing();
        Sketch sketch = enriched.sketch();
        Instant publishedAt = enriched.article().getPublishedAt();
        if (standing != null || sketch != null) {
            context.forward(arrived.withValue(change().setWas(standing == null ? null : standing.getPublishedAt())
                    .setPublishedAt(publishedAt)
                    .setSketch(sketch == null ? null : ByteBuffer.wrap(sketch.components()))
                    .build()));
        }
        if (announced == null || !publishedAt.isBefore(announced.plus(step))) {
            announced = publishedAt;
            context.forward(arrived.withValue(change().setFeedTime(publishedAt).build()));
        }
    }

    private SketchChange.Builder change() {
        return SketchChange.newBuilder().setPartition(context.taskId().partition());
    }
}
