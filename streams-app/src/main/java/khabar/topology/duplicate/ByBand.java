package khabar.topology.duplicate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabar.language.sketch.Sketch;
import khabar.schemas.state.OriginalFound;
import khabar.schemas.state.SketchChange;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Which partition owns which band. There are as many as partitions of the feed. A sketch goes to those
 * that own its bands; one in place of another goes to all, since nobody remembers the bands of the other.
 *
 * @param options options of near-duplicates
 * @param partitions partitions of the feed, and of the bands
 */
record ByBand(DuplicateOptions options, int partitions) {

    /** The bands of a sketch, each with its number and its rows. */
    List<ByteBuffer> bands(Sketch sketch) {
        List<ByteBuffer> bands = new ArrayList<>();
        for (int number = 0; number < options.likeness().bands(); number++) {
            bands.add(BandKey.band(sketch, number, options.likeness().rows()));
        }
        return bands;
    }

    /** The partition that owns a band. */
    int owner(ByteBuffer band) {
        return BandKey.owner(band, partitions);
    }

    StreamPartitioner<String, SketchChange> sketches() {
        return (topic, uri, change, count) -> Optional.of(
                change.getFeedTime() != null || change.getWas() != null ? all() : owners(change.getSketch()));
    }

    /** What was found goes where the article came from, whoever chose that partition; news of the clock to all. */
    StreamPartitioner<String, OriginalFound> originals() {
        return (topic, uri, found, count) ->
                Optional.of(found.getFinalBefore() != null ? all() : Set.of(found.getPartition()));
    }

    private Set<Integer> owners(ByteBuffer components) {
        byte[] bytes = new byte[components.remaining()];
        components.duplicate().get(bytes);
        Set<Integer> owners = new HashSet<>();
        bands(new Sketch(bytes)).forEach(band -> owners.add(owner(band)));
        return owners;
    }

    private Set<Integer> all() {
        return IntStream.range(0, partitions).boxed().collect(Collectors.toSet());
    }
}
