package khabar.topology.duplicate;

import static khabar.topology.Only.only;

import java.time.Duration;
import khabar.schemas.state.FeedClock;
import khabar.schemas.state.OriginalFound;
import khabar.schemas.state.Revision;
import khabar.schemas.state.SketchChange;
import khabar.topics.SingleObjectFormat;
import khabar.topology.duplicate.MarkDuplicates.Outcome;
import khabar.topology.revision.Enriched;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The way of an article to those that share its bands and back to where it is marked. */
public final class FindDuplicates {
    private final ByBand owners;
    private final Duration horizon;
    private final StoreBuilder<KeyValueStore<String, Revision>> revisions;
    private final DuplicateStores stores = new DuplicateStores();

    /** For one topology with the given horizon, partitions of the feed and store of winning revisions. */
    public FindDuplicates(
            DuplicateOptions options,
            Duration horizon,
            int partitions,
            StoreBuilder<KeyValueStore<String, Revision>> revisions) {
        this.owners = new ByBand(options, partitions);
        this.horizon = horizon;
        this.revisions = revisions;
    }

    /**
     * What comes of looking for duplicates.
     *
     * @param articles the winners with the marks that are known, and again all whose marks change afterwards
     * @param clocks behind the marks, what of each partition of the feed they can change no more
     */
    public record Marked(KStream<String, Enriched> articles, KStream<String, FeedClock> clocks) {}

    /** Marks the winners. */
    public Marked mark(KStream<String, Enriched> enriched) {
        KStream<String, Enriched> winners =
                enriched.processValues(MarkKnownDuplicates.stage(stores), Named.as("mark-known-duplicates"));
        KStream<String, Outcome> outcomes = winners.process(
                        () -> new AnnounceSketches(horizon), Named.as("announce-sketches"))
                .repartition(by("by-band", SketchChange.class, owners.sketches()))
                .process(MeetByBand.stage(owners, horizon), Named.as("meet-by-band"))
                .repartition(by("by-article", OriginalFound.class, owners.originals()))
                .process(
                        MarkDuplicates.stage(owners.partitions(), horizon, stores, revisions),
                        Named.as("mark-duplicates"));
        KStream<String, Enriched> marked = only(Outcome.Marked.class, outcomes, "changed-marks")
                .mapValues(Outcome.Marked::article, Named.as("articles-marked-anew"));
        KStream<String, FeedClock> clocks = only(Outcome.Final.class, outcomes, "final-marks")
                .mapValues(Outcome.Final::clock, Named.as("final-clocks"));
        return new Marked(winners.merge(marked, Named.as("marked-articles")), clocks);
    }

    /** Both have as many partitions as the feed: the second leads back to the tasks that read the feed. */
    private <V extends SpecificRecord> Repartitioned<String, V> by(
            String name, Class<V> type, StreamPartitioner<String, V> partitioner) {
        return Repartitioned.<String, V>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(SingleObjectFormat.compiledIn().serdeOf(type))
                .withStreamPartitioner(partitioner)
                .withNumberOfPartitions(owners.partitions());
    }
}
