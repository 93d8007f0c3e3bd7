package khabar.topology.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khabar.schemas.state.Contribution;
import khabar.schemas.state.Contributions;
import khabar.topics.CloudEvents;
import khabar.topology.revision.SignedContribution.Counts;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;

/**
 * What an article contributes, as one record for each partition of the counts: an article names dozens
 * of entities and subjects, and a record for each of them costs more than counting it.
 */
public final class Batches {
    private Batches() {}

    /** The contributions by partition; those of one batch all belong to the same. */
    static List<Contributions> of(List<SignedContribution> changes, int partitions) {
        Map<Integer, Contributions> batches = new TreeMap<>();
        for (SignedContribution change : changes) {
            Contributions batch = batches.computeIfAbsent(
                    partitionOf(change.contribution().getId(), partitions),
                    partition -> new Contributions(null, new ArrayList<>(), new ArrayList<>()));
            List<Contribution> ofKind = change.counts() == Counts.ENTITIES ? batch.getEntities() : batch.getSubjects();
            ofKind.add(change.contribution());
        }
        return List.copyOf(batches.values());
    }

    /** The partition that a batch with changes belongs to. */
    public static int partitionOf(Contributions batch, int partitions) {
        List<Contribution> some = batch.getEntities().isEmpty() ? batch.getSubjects() : batch.getEntities();
        return partitionOf(some.get(0).getId(), partitions);
    }

    /** The trace alone: batches are inside of the topology, and what else the headers say they do not need. */
    static Headers headers(Headers ofArticle) {
        Header trace = ofArticle.lastHeader(CloudEvents.TRACEPARENT);
        return trace == null ? new RecordHeaders() : new RecordHeaders(List.of(trace));
    }

    /** As Kafka chooses for a record whose key is the id. */
    private static int partitionOf(String id, int partitions) {
        return Utils.toPositive(Utils.murmur2(id.getBytes(UTF_8))) % partitions;
    }
}
